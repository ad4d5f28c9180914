using System.Runtime.CompilerServices;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>
/// Adds to the scores of documents what optional scorers give them: scorer after scorer, those that can give most first, and only to documents
/// whose score may still become one that has to be exact. Where there are about as many documents as postings of terms, the terms are not asked for
/// documents; they tell which ones come near such a score.
/// </summary>
/// <remarks>
/// Source: H. Turtle, J. Flood, "Query Evaluation: Strategies and Optimizations", Information Processing and Management 31(6), 1995 (max_score), on
/// documents that others found.
/// </remarks>
internal sealed class OptionalScores
{
    private const int BatchSize = Scorer.BatchSize;

    // To ask whether a list has a document takes as long as to add the scores of some documents in a row.
    private const int ProbeCost = 4;

    private readonly Scorer[] _parts;
    private readonly int _termCount;
    private readonly int _maxDoc;

    /// <summary>What all parts from a place on can give together.</summary>
    private readonly double[] _rest;
    private readonly bool _isDense;
    private MaxScoreDisjunction? _terms;

    /// <param name="optional">Not moved yet; a union is taken apart.</param>
    /// <param name="docCount">About how many documents there are to add scores to.</param>
    /// <param name="maxDoc">Documents of the segment.</param>
    public OptionalScores(Scorer optional, long docCount, int maxDoc)
    {
        IEnumerable<Scorer> parts = optional is DisjunctionScorer { MinimumMatch: 1 } union ? union.Parts : [optional];

        // Positions are read last, of the few documents that are left then.
        _parts = [.. parts.OrderBy(part => part is TermScorer ? 0 : part.IsTwoPhase ? 2 : 1).ThenByDescending(part => part.MaxScore)];
        _termCount = _parts.Count(part => part is TermScorer);
        _rest = new double[_parts.Length + 1];
        for (var i = _parts.Length - 1; i >= 0; i--) _rest[i] = _rest[i + 1] + _parts[i].MaxScore;
        _isDense = _termCount > 0 && _parts.Take(_termCount).Sum(part => part.Cost) < docCount * ProbeCost;
        _maxDoc = maxDoc;
    }

    /// <summary>What all parts can give together.</summary>
    public double MaxScore => _rest[0];

    /// <summary>Adds to the scores of some documents.</summary>
    /// <param name="docIds">As <see cref="Scorer.Probe"/> takes them.</param>
    /// <param name="scores">The score of each without the optional ones.</param>
    /// <param name="mostBefore">None of these is above it.</param>
    /// <param name="minExactScore">As <see cref="Scorer.SetMinExactScore"/> has it.</param>
    [SkipLocalsInit]
    public void AddTo(ReadOnlySpan<int> docIds, Span<float> scores, float mostBefore, float minExactScore)
    {
        if (docIds.IsEmpty) return;
        Span<int> wanted = stackalloc int[BatchSize];
        Span<byte> places = stackalloc byte[BatchSize];
        Span<double> sums = stackalloc double[BatchSize];
        sums[..docIds.Length].Clear();
        var bound = ScoreBound.Below(minExactScore);
        var boundOfTerms = (float)ScoreBound.Below(bound - mostBefore - _rest[_termCount]);
        var count = docIds.Length;
        var part = 0;
        if (_terms is not null || (_isDense && boundOfTerms > 0))
        {
            count = AddTerms(docIds, boundOfTerms, wanted, places, sums);
            part = _termCount;
        }
        else
        {
            docIds.CopyTo(wanted);
            for (var i = 0; i < docIds.Length; i++) places[i] = (byte)i;
        }

        for (; part < _parts.Length; part++)
        {
            count = KeepCompetitive(wanted, places[..count], scores, sums, bound - _rest[part]);
            if (count == 0) break;
            Add(_parts[part], wanted[..count], places, sums);
        }

        for (var i = 0; i < scores.Length; i++) scores[i] += (float)sums[i];
    }

    /// <summary>Gives back what was borrowed; no more documents come.</summary>
    public void End() => _terms?.End();

    /// <summary>Adds what the terms give to the documents for which that is not less than a bound.</summary>
    /// <param name="docIds">All documents.</param>
    /// <param name="bound">Above 0.</param>
    /// <param name="wanted">Receives these documents.</param>
    /// <param name="places">Receives their places.</param>
    /// <param name="sums">Receives what the terms give, by places.</param>
    /// <returns>How many they are.</returns>
    [SkipLocalsInit]
    private int AddTerms(ReadOnlySpan<int> docIds, float bound, Span<int> wanted, Span<byte> places, Span<double> sums)
    {
        _terms ??= new MaxScoreDisjunction([.. _parts.Take(_termCount).Cast<TermScorer>()], docIds[0], _maxDoc);
        _terms.SetMinCompetitiveScore(bound);
        Span<int> found = stackalloc int[BatchSize];
        Span<double> foundSums = stackalloc double[BatchSize];
        var end = docIds[^1] + 1;
        var (count, at) = (0, 0);
        while (_terms.DocId < end)
        {
            var foundCount = _terms.Take(found, foundSums, end);
            for (var i = 0; i < foundCount; i++)
            {
                while (docIds[at] < found[i]) at++;
                if (docIds[at] != found[i]) continue;
                wanted[count] = found[i];
                places[count++] = (byte)at;
                sums[at] = foundSums[i];
            }
        }

        return count;
    }

    /// <summary>Keeps the documents whose sum so far is not below a bound.</summary>
    private static int KeepCompetitive(Span<int> docIds, Span<byte> places, ReadOnlySpan<float> scores, ReadOnlySpan<double> sums, double bound)
    {
        if (!(bound > 0)) return places.Length;
        var kept = 0;
        for (var i = 0; i < places.Length; i++)
        {
            var place = places[i];
            docIds[kept] = docIds[i];
            places[kept] = place;
            kept += scores[place] + sums[place] >= bound ? 1 : 0;
        }

        return kept;
    }

    [SkipLocalsInit]
    private static void Add(Scorer part, ReadOnlySpan<int> docIds, ReadOnlySpan<byte> places, Span<double> sums)
    {
        Span<bool> matches = stackalloc bool[BatchSize];
        Span<float> found = stackalloc float[BatchSize];
        part.Probe(docIds, matches[..docIds.Length], found[..docIds.Length]);
        for (var i = 0; i < docIds.Length; i++) sums[places[i]] += found[i];
    }
}

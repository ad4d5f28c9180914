using System.Runtime.CompilerServices;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>
/// Adds to the scores of documents what optional scorers give them: scorer after scorer, those that can give most first, and only to documents
/// whose score may still become one that has to be exact.
/// </summary>
/// <remarks>
/// Source: H. Turtle, J. Flood, "Query Evaluation: Strategies and Optimizations", Information Processing and Management 31(6), 1995 (max_score), on
/// documents that others found.
/// </remarks>
internal sealed class OptionalScores
{
    private const int BatchSize = Scorer.BatchSize;

    private readonly Scorer[] _parts;

    /// <summary>What all parts from a place on can give together.</summary>
    private readonly double[] _rest;

    /// <param name="optional">Not moved yet; a union is taken apart.</param>
    public OptionalScores(Scorer optional)
    {
        IEnumerable<Scorer> parts = optional is DisjunctionScorer { MinimumMatch: 1 } union ? union.Parts : [optional];

        // Positions are read last, of the few documents that are left then.
        _parts = [.. parts.OrderBy(part => part.IsTwoPhase).ThenByDescending(part => part.MaxScore)];
        _rest = new double[_parts.Length + 1];
        for (var i = _parts.Length - 1; i >= 0; i--) _rest[i] = _rest[i + 1] + _parts[i].MaxScore;
    }

    /// <summary>What all parts can give together.</summary>
    public double MaxScore => _rest[0];

    /// <summary>Adds to the scores of some documents.</summary>
    /// <param name="docIds">As <see cref="Scorer.Probe"/> takes them.</param>
    /// <param name="scores">The score of each without the optional ones.</param>
    /// <param name="minExactScore">As <see cref="Scorer.SetMinExactScore"/> has it.</param>
    [SkipLocalsInit]
    public void AddTo(ReadOnlySpan<int> docIds, Span<float> scores, float minExactScore)
    {
        Span<int> wanted = stackalloc int[BatchSize];
        Span<byte> places = stackalloc byte[BatchSize];
        Span<double> sums = stackalloc double[BatchSize];
        docIds.CopyTo(wanted);
        for (var i = 0; i < docIds.Length; i++) places[i] = (byte)i;
        sums[..docIds.Length].Clear();
        var count = docIds.Length;
        for (var part = 0; part < _parts.Length; part++)
        {
            count = KeepCompetitive(wanted, places[..count], scores, sums, ScoreBound.Below(minExactScore) - _rest[part]);
            if (count == 0) break;
            Add(_parts[part], wanted[..count], places, sums);
        }

        for (var i = 0; i < scores.Length; i++) scores[i] += (float)sums[i];
    }

    /// <summary>Keeps the documents whose sum so far is not below a bound.</summary>
    private static int KeepCompetitive(Span<int> docIds, Span<byte> places, ReadOnlySpan<float> scores, ReadOnlySpan<double> sums, double bound)
    {
        if (bound <= 0) return places.Length;
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

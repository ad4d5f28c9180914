using System.Runtime.CompilerServices;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>
/// A conjunction of any scorers by batches: the rarest gives some documents, the others are asked which of them they match. Documents
/// and scores are those of going from document to document.
/// </summary>
internal sealed class ProbedConjunction
{
    private const int BatchSize = Scorer.BatchSize;

    // To verify a candidate takes as long as to pass over a few documents.
    private const int VerificationCost = 4;

    /// <summary>All scorers, that of the least cost first, and whether their scores count.</summary>
    private readonly (Scorer Scorer, bool Counts)[] _scorers;

    /// <param name="scoring">Their scores are added up.</param>
    /// <param name="filtering">They only have to match.</param>
    public ProbedConjunction(Scorer[] scoring, Scorer[] filtering) => _scorers =
    [
        .. scoring.Select(scorer => (scorer, true)).Concat(filtering.Select(scorer => (scorer, false)))
            .OrderBy(part => part.scorer.IsTwoPhase ? part.scorer.Cost * VerificationCost : part.scorer.Cost),
    ];

    /// <summary>As <see cref="Scorer.TakeBatch"/> has it.</summary>
    public int DocId => _scorers[0].Scorer.DocId;

    /// <summary>As <see cref="Scorer.BeginBatches"/>.</summary>
    public void Begin() => _scorers[0].Scorer.BeginBatches();

    /// <summary>As <see cref="Scorer.TakeBatch"/>.</summary>
    [SkipLocalsInit]
    public int Take(Span<int> docIds, Span<float> scores, int limit)
    {
        docIds = docIds[..Math.Min(docIds.Length, BatchSize)];
        if (!scores.IsEmpty) scores = scores[..docIds.Length];
        var (lead, counts) = _scorers[0];
        var count = lead.TakeBatch(docIds, counts ? scores : [], limit);
        Span<double> sums = stackalloc double[BatchSize];
        for (var i = 0; i < count && !scores.IsEmpty; i++) sums[i] = counts ? scores[i] : 0;
        foreach (var (scorer, itsCount) in _scorers.AsSpan(1)) count = Retain(scorer, itsCount && !scores.IsEmpty, docIds[..count], sums, places: []);
        for (var i = 0; i < count && !scores.IsEmpty; i++) scores[i] = (float)sums[i];
        return count;
    }

    /// <summary>As <see cref="Scorer.Probe"/>.</summary>
    [SkipLocalsInit]
    public void Probe(ReadOnlySpan<int> docIds, Span<bool> matches, Span<float> scores)
    {
        Span<int> found = stackalloc int[BatchSize];
        Span<byte> places = stackalloc byte[BatchSize];
        Span<double> sums = stackalloc double[BatchSize];
        docIds.CopyTo(found);
        sums[..docIds.Length].Clear();
        for (var i = 0; i < docIds.Length; i++) places[i] = (byte)i;
        var count = docIds.Length;
        foreach (var (scorer, counts) in _scorers) count = Retain(scorer, counts && !scores.IsEmpty, found[..count], sums, places);
        matches.Clear();
        scores.Clear();
        for (var i = 0; i < count; i++)
        {
            matches[places[i]] = true;
            if (!scores.IsEmpty) scores[places[i]] = (float)sums[i];
        }
    }

    /// <summary>Keeps, at the front, the documents that a scorer matches, with their sums and places.</summary>
    /// <returns>How many they are.</returns>
    [SkipLocalsInit]
    private static int Retain(Scorer scorer, bool counts, Span<int> docIds, Span<double> sums, Span<byte> places)
    {
        if (docIds.IsEmpty) return 0;
        Span<bool> matches = stackalloc bool[BatchSize];
        Span<float> scores = stackalloc float[BatchSize];
        scorer.Probe(docIds, matches[..docIds.Length], counts ? scores[..docIds.Length] : []);
        var kept = 0;
        for (var i = 0; i < docIds.Length; i++)
        {
            docIds[kept] = docIds[i];
            sums[kept] = counts ? sums[i] + scores[i] : sums[i];
            if (!places.IsEmpty) places[kept] = places[i];

            // No branch: whether a document matches nobody can guess.
            kept += matches[i] ? 1 : 0;
        }

        return kept;
    }
}

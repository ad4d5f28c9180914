using System.Numerics;
using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>
/// A disjunction by windows of documents: in each window every scorer in turn adds to the sums of its documents, which costs
/// one addition a posting instead of a heap operation.
/// </summary>
/// <remarks>
/// Source: D. Cutting, J. Pedersen, "Space Optimizations for Total Ranking", RIAO 1997 (term at a time with accumulators), cut into
/// windows that stay in the processor's cache.
/// </remarks>
internal sealed class DisjunctionWindow(Scorer[] scorers, int minimumMatch)
{
    private const int Size = 2048;
    private const int BatchSize = 128;

    private readonly double[] _sums = new double[Size];
    private readonly ushort[] _matchCounts = minimumMatch > 1 ? new ushort[Size] : [];
    private readonly ulong[] _matched = new ulong[Size / 64];
    private readonly int[] _docIds = new int[BatchSize];
    private readonly float[] _scores = new float[BatchSize];
    private int _start;
    private int _word = Size / 64;

    /// <summary>At or before the first document not taken yet.</summary>
    public int DocId { get; private set; } = scorers.Min(scorer => scorer.DocId);

    /// <summary>As <see cref="Scorer.TakeBatch"/>.</summary>
    public int Take(Span<int> docIds, Span<float> scores, int limit)
    {
        if (_word == _matched.Length)
        {
            if (DocId >= limit) return 0;
            Fill(limit, !scores.IsEmpty);
        }

        return Drain(docIds, scores);
    }

    private void Fill(int limit, bool needsScores)
    {
        _start = DocId;
        _word = 0;
        var end = (int)Math.Min((long)_start + Size, limit);
        var scores = needsScores ? _scores : [];
        foreach (var scorer in scorers)
        {
            while (scorer.DocId < end)
            {
                var count = scorer.TakeBatch(_docIds, scores, end);
                if (needsScores) AddScores(count);
                Mark(count);
            }
        }
    }

    private void AddScores(int count)
    {
        var start = _start;
        var sums = _sums;
        for (var i = 0; i < count; i++) sums[_docIds[i] - start] += _scores[i];
    }

    private void Mark(int count)
    {
        foreach (var docId in _docIds.AsSpan(0, count))
        {
            var at = docId - _start;
            _matched[at >> 6] |= 1UL << at;
            if (minimumMatch > 1) _matchCounts[at]++;
        }
    }

    private int Drain(Span<int> docIds, Span<float> scores)
    {
        var count = 0;
        for (; _word < _matched.Length; _word++)
        {
            ref var bits = ref _matched[_word];
            while (bits != 0)
            {
                var at = (_word << 6) + BitOperations.TrailingZeroCount(bits);
                if (count == docIds.Length)
                {
                    DocId = _start + at;
                    return count;
                }

                bits &= bits - 1;
                if (!IsMatch(at)) continue;
                docIds[count] = _start + at;
                if (!scores.IsEmpty) scores[count] = (float)_sums[at];
                _sums[at] = 0;
                count++;
            }
        }

        DocId = DocIdSetIterator.NoMoreDocs;
        foreach (var scorer in scorers) DocId = Math.Min(DocId, scorer.DocId);
        return count;
    }

    private bool IsMatch(int at)
    {
        if (minimumMatch <= 1) return true;
        var isMatch = _matchCounts[at] >= minimumMatch;
        _matchCounts[at] = 0;
        if (!isMatch) _sums[at] = 0;
        return isMatch;
    }
}

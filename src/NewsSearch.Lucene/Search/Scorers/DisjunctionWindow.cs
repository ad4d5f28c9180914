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
/// <param name="scorers">At least one, ready to give batches.</param>
/// <param name="minimumMatch">How many of them a document has to match, from 1.</param>
/// <param name="takesBest">Whether the score is that of the best of them, and not the sum of all.</param>
internal sealed class DisjunctionWindow(Scorer[] scorers, int minimumMatch, bool takesBest = false)
{
    private const int Size = DisjunctionBuffers.WindowSize;

    private readonly DisjunctionBuffers _buffers = DisjunctionBuffers.Rent();
    private int _start;
    private int _word = Size / 64;
    private bool _isAtEnd;

    /// <summary>At or before the first document not taken yet.</summary>
    public int DocId { get; private set; } = scorers.Min(scorer => scorer.DocId);

    /// <summary>Whether all documents before <see cref="DocId"/> are taken, so that one can go on from there without this.</summary>
    public bool IsDrained => _word == Size / 64;

    /// <summary>As <see cref="Scorer.TakeBatch"/>.</summary>
    public int Take(Span<int> docIds, Span<float> scores, int limit)
    {
        if (IsDrained)
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
        var scores = needsScores ? _buffers.Scores : [];
        foreach (var scorer in scorers)
        {
            while (scorer.DocId < end)
            {
                var count = scorer.TakeBatch(_buffers.DocIds, scores, end);
                if (needsScores && takesBest) KeepBest(count);
                else if (needsScores) AddScores(count);
                Mark(count);
            }
        }
    }

    private void AddScores(int count)
    {
        var start = _start;
        var (sums, docIds, scores) = (_buffers.Sums, _buffers.DocIds, _buffers.Scores);
        for (var i = 0; i < count; i++) sums[docIds[i] - start] += scores[i];
    }

    private void KeepBest(int count)
    {
        var (best, docIds, scores) = (_buffers.Sums, _buffers.DocIds, _buffers.Scores);
        for (var i = 0; i < count; i++)
        {
            ref var score = ref best[docIds[i] - _start];
            score = Math.Max(score, scores[i]);
        }
    }

    private void Mark(int count)
    {
        var (matched, matchCounts) = (_buffers.Matched, _buffers.MatchCounts);
        foreach (var docId in _buffers.DocIds.AsSpan(0, count))
        {
            var at = docId - _start;
            matched[at >> 6] |= 1UL << at;
            if (minimumMatch > 1) matchCounts[at]++;
        }
    }

    private int Drain(Span<int> docIds, Span<float> scores)
    {
        var count = 0;
        var (matched, sums) = (_buffers.Matched, _buffers.Sums);
        for (; _word < matched.Length; _word++)
        {
            ref var bits = ref matched[_word];
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
                if (!scores.IsEmpty) scores[count] = (float)sums[at];
                sums[at] = 0;
                count++;
            }
        }

        DocId = DocIdSetIterator.NoMoreDocs;
        foreach (var scorer in scorers) DocId = Math.Min(DocId, scorer.DocId);
        if (DocId == DocIdSetIterator.NoMoreDocs) End();
        return count;
    }

    private bool IsMatch(int at)
    {
        if (minimumMatch <= 1) return true;
        var isMatch = _buffers.MatchCounts[at] >= minimumMatch;
        _buffers.MatchCounts[at] = 0;
        if (!isMatch) _buffers.Sums[at] = 0;
        return isMatch;
    }

    /// <summary>Gives the buffers back: nothing touches them again. A search that ends earlier leaves them to the garbage collector.</summary>
    public void End()
    {
        if (!_isAtEnd) _buffers.Return();
        _isAtEnd = true;
    }
}

using System.Runtime.InteropServices;
using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>The documents that hold a term, scored by its frequency in them.</summary>
internal sealed class TermScorer(PostingsEnum postings, Bm25Scorer similarity) : Scorer
{
    /// <summary>The documents themselves: to move them is to move the scorer.</summary>
    public PostingsEnum Postings => postings;

    public override int DocId => postings.DocId;

    public override long Cost => postings.Cost;

    public override int NextDoc() => postings.NextDoc();

    public override int Advance(int target) => postings.Advance(target);

    public override float Score() => similarity.Score(postings.DocId, postings.Freq);

    /// <summary>The scores of documents whose frequencies are known.</summary>
    public void ScoreAll(ReadOnlySpan<int> docIds, ReadOnlySpan<int> freqs, Span<float> scores) => similarity.ScoreAll(docIds, freqs, scores);

    public override int TakeBatch(Span<int> docIds, Span<float> scores, int limit)
    {
        if (scores.IsEmpty) return postings.TakeBatch(docIds, [], limit);

        // The frequencies stand where their scores will: both have four bytes.
        var freqs = MemoryMarshal.Cast<float, int>(scores)[..docIds.Length];
        var count = postings.TakeBatch(docIds, freqs, limit);
        similarity.ScoreAll(docIds[..count], freqs, scores);
        return count;
    }
}

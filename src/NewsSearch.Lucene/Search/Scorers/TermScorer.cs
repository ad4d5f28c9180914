using System.Runtime.InteropServices;
using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>The documents that hold a term, scored by its frequency in them.</summary>
internal sealed class TermScorer(PostingsEnum postings, Bm25Scorer similarity) : Scorer
{
    public override int DocId => postings.DocId;

    public override long Cost => postings.Cost;

    public override int NextDoc() => postings.NextDoc();

    public override int Advance(int target) => postings.Advance(target);

    public override float Score() => similarity.Score(postings.DocId, postings.Freq);

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

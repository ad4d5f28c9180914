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
        var count = 0;
        if (scores.IsEmpty)
        {
            for (var docId = postings.DocId; docId < limit && count < docIds.Length; docId = postings.NextDoc()) docIds[count++] = docId;
            return count;
        }

        for (var docId = postings.DocId; docId < limit && count < docIds.Length; docId = postings.NextDoc())
        {
            docIds[count] = docId;
            scores[count] = postings.Freq;
            count++;
        }

        // Frequencies first, then their scores: two tight loops instead of one that goes to and fro between postings and norms.
        similarity.ScoreAll(docIds[..count], scores);
        return count;
    }
}

using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>Documents that all have the same score.</summary>
internal sealed class ConstantScorer(DocIdSetIterator documents, float score) : Scorer
{
    // Null where the documents need no verification.
    private readonly Scorer? _verified = documents is Scorer { IsTwoPhase: true } scorer ? scorer : null;

    /// <summary>The documents themselves.</summary>
    public DocIdSetIterator Documents => documents;

    public override int DocId => documents.DocId;

    public override long Cost => documents.Cost;

    public override float MaxScore => score;

    public override DocIdSetIterator Approximation => _verified?.Approximation ?? this;

    public override bool Matches() => _verified?.Matches() ?? true;

    public override int NextDoc() => documents.NextDoc();

    public override int Advance(int target) => documents.Advance(target);

    public override float Score() => score;

    public override void BeginBatches()
    {
        if (documents is Scorer scorer) scorer.BeginBatches();
        else documents.NextDoc();
    }

    public override int TakeBatch(Span<int> docIds, Span<float> scores, int limit)
    {
        var count = documents switch
        {
            Scorer scorer => scorer.TakeBatch(docIds, [], limit),
            PostingsEnum postings => postings.TakeBatch(docIds, [], limit),
            _ => TakeDocuments(docIds, limit),
        };
        if (!scores.IsEmpty) scores[..count].Fill(score);
        return count;
    }

    public override void Probe(ReadOnlySpan<int> docIds, Span<bool> matches, Span<float> scores)
    {
        if (documents is Scorer scorer) scorer.Probe(docIds, matches, []);
        else if (documents is BitSetIterator bits) bits.Probe(docIds, matches);
        else base.Probe(docIds, matches, []);
        for (var i = 0; i < scores.Length; i++) scores[i] = matches[i] ? score : 0;
    }

    private int TakeDocuments(Span<int> docIds, int limit)
    {
        var count = 0;
        for (var docId = documents.DocId; docId < limit && count < docIds.Length; docId = documents.NextDoc()) docIds[count++] = docId;
        return count;
    }
}

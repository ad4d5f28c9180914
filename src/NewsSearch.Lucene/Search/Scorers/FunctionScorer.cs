using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>The documents of another scorer, with their scores multiplied.</summary>
internal sealed class FunctionScorer(Scorer inner, ScoreFactors factors) : Scorer
{
    public override int DocId => inner.DocId;

    public override long Cost => inner.Cost;

    public override DocIdSetIterator Approximation => inner.IsTwoPhase ? inner.Approximation : this;

    public override bool Matches() => inner.Matches();

    public override int NextDoc() => inner.NextDoc();

    public override int Advance(int target) => inner.Advance(target);

    public override float Score() => factors.Apply(inner.DocId, inner.Score());

    public override void BeginBatches() => inner.BeginBatches();

    public override int TakeBatch(Span<int> docIds, Span<float> scores, int limit)
    {
        var count = inner.TakeBatch(docIds, scores, limit);
        if (!scores.IsEmpty) factors.ApplyAll(docIds[..count], scores[..count]);
        return count;
    }

    public override void Probe(ReadOnlySpan<int> docIds, Span<bool> matches, Span<float> scores)
    {
        inner.Probe(docIds, matches, scores);
        if (!scores.IsEmpty) factors.ApplyAll(docIds, scores);
    }
}

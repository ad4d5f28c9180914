using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>The documents of one scorer that another does not match.</summary>
internal sealed class ExclusionScorer(Scorer required, Scorer excluded, CancellationToken cancellationToken)
    : TwoPhaseScorer(required.Approximation, cancellationToken)
{
    private readonly DocIdSetIterator _excluded = excluded.Approximation;

    // A document is verified when the cursor stops at it and again as the first of a batch; the scorer may be asked only once.
    private int _checked = -1;
    private bool _isExcluded;

    public override bool Matches() => required.Matches() && !IsExcluded(DocId);

    public override float Score() => required.Score();

    public override float MaxScore => required.MaxScore;

    public override void SetMinCompetitiveScore(float score) => required.SetMinCompetitiveScore(score);

    public override int TakeBatch(Span<int> docIds, Span<float> scores, int limit)
    {
        var taken = required.TakeBatch(docIds, scores, limit);
        var kept = 0;
        for (var i = 0; i < taken; i++)
        {
            if (IsExcluded(docIds[i])) continue;
            docIds[kept] = docIds[i];
            if (!scores.IsEmpty) scores[kept] = scores[i];
            kept++;
        }

        return kept;
    }

    private bool IsExcluded(int docId)
    {
        if (docId == _checked) return _isExcluded;
        var at = _excluded.DocId < docId ? _excluded.Advance(docId) : _excluded.DocId;
        _checked = docId;
        return _isExcluded = at == docId && excluded.Matches();
    }
}

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>The documents that match all of several scorers; the score is the sum over those that score.</summary>
internal sealed class ConjunctionScorer : TwoPhaseScorer
{
    private readonly Scorer[] _scoring;
    private readonly Scorer[] _toVerify;
    private readonly TermConjunction? _terms;

    /// <param name="scoring">Scorers whose scores are added up, in this order.</param>
    /// <param name="filtering">Scorers that only have to match.</param>
    /// <param name="cancellationToken">Ends long verifications.</param>
    public ConjunctionScorer(Scorer[] scoring, Scorer[] filtering, CancellationToken cancellationToken)
        : base(new ConjunctionIterator(scoring.Concat(filtering).Select(scorer => scorer.Approximation)), cancellationToken)
    {
        _scoring = scoring;
        _toVerify = [.. scoring.Concat(filtering).Where(scorer => scorer.IsTwoPhase)];
        _terms = TermConjunction.TryCreate(scoring, filtering);
    }

    public override bool Matches()
    {
        foreach (var scorer in _toVerify)
            if (!scorer.Matches()) return false;
        return true;
    }

    public override float Score()
    {
        var sum = 0f;
        foreach (var scorer in _scoring) sum += scorer.Score();
        return sum;
    }

    public override int TakeBatch(Span<int> docIds, Span<float> scores, int limit) =>
        _terms is null ? base.TakeBatch(docIds, scores, limit) : _terms.Take(docIds, scores, limit);
}

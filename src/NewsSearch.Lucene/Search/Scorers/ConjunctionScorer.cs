namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>The documents that match all of several scorers; the score is the sum over those that score.</summary>
internal sealed class ConjunctionScorer : TwoPhaseScorer
{
    private readonly Scorer[] _scoring;
    private readonly Scorer[] _toVerify;
    private readonly Scorer[] _filtering;
    private readonly TermConjunction? _terms;
    private ProbedConjunction? _probed;

    /// <param name="scoring">Scorers whose scores are added up.</param>
    /// <param name="filtering">Scorers that only have to match.</param>
    /// <param name="cancellationToken">Ends long verifications.</param>
    public ConjunctionScorer(Scorer[] scoring, Scorer[] filtering, CancellationToken cancellationToken)
        : base(new ConjunctionIterator(scoring.Concat(filtering).Select(scorer => scorer.Approximation)), cancellationToken)
    {
        _scoring = scoring;
        _filtering = filtering;
        _toVerify = [.. scoring.Concat(filtering).Where(scorer => scorer.IsTwoPhase)];
        _terms = TermConjunction.TryCreate(scoring, filtering);
    }

    public override int DocId => _probed?.DocId ?? base.DocId;

    public override bool Matches()
    {
        foreach (var scorer in _toVerify)
            if (!scorer.Matches()) return false;
        return true;
    }

    // A sum in double precision does not depend on the order of its parts, as long as it has not more than some thousand of them.
    public override float Score()
    {
        var sum = 0d;
        foreach (var scorer in _scoring) sum += scorer.Score();
        return (float)sum;
    }

    public override float MaxScore => ScoreBound.Above(_scoring.Sum(scorer => (double)scorer.MaxScore));

    public override void SetMinExactScore(float score)
    {
        var most = _scoring.Sum(scorer => (double)scorer.MaxScore);
        if (!double.IsFinite(most)) return;
        foreach (var scorer in _scoring) scorer.SetMinExactScore((float)(ScoreBound.Below(score) - (most - scorer.MaxScore)));
    }

    public override void BeginBatches()
    {
        if (_terms is not null) NextDoc();
        else (_probed = new ProbedConjunction(_scoring, _filtering)).Begin();
    }

    public override int TakeBatch(Span<int> docIds, Span<float> scores, int limit) =>
        _terms?.Take(docIds, scores, limit) ?? _probed!.Take(docIds, scores, limit);

    public override void Probe(ReadOnlySpan<int> docIds, Span<bool> matches, Span<float> scores) =>
        (_probed ??= new ProbedConjunction(_scoring, _filtering)).Probe(docIds, matches, scores);
}

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>The documents that match at least some of several scorers; the score is the sum over those that match.</summary>
internal sealed class DisjunctionScorer : Scorer
{
    private readonly Scorer[] _scorers;
    private readonly ScorerHeap _heap;
    private readonly int _minimumMatch;
    private int _docId = -1;
    private DisjunctionWindow? _window;

    /// <param name="scorers">At least one, none moved yet.</param>
    /// <param name="minimumMatch">How many of them a document has to match, from 1.</param>
    public DisjunctionScorer(Scorer[] scorers, int minimumMatch)
    {
        _scorers = scorers;
        _heap = new ScorerHeap(scorers);
        _minimumMatch = minimumMatch;
        Cost = scorers.Sum(scorer => scorer.Cost);
    }

    public override int DocId => _window?.DocId ?? _docId;

    public override long Cost { get; }

    public override int NextDoc() => Advance(_docId + 1);

    public override int Advance(int target)
    {
        if (_docId < 0)
        {
            foreach (var scorer in _scorers) scorer.Advance(target);
            _heap.Restore();
        }

        while (_heap.Top.DocId < target)
        {
            _heap.Top.Advance(target);
            _heap.UpdateTop();
        }

        return _docId = FirstMatch();
    }

    // A sum in double precision does not depend on the order of its parts, as long as it has not more than some thousand of them.
    public override float Score()
    {
        var sum = 0d;
        for (var i = _heap.FindAtTop() - 1; i >= 0; i--) sum += _heap.AtTop(i).Score();
        return (float)sum;
    }

    public override int TakeBatch(Span<int> docIds, Span<float> scores, int limit)
    {
        _window ??= new DisjunctionWindow(_scorers, _minimumMatch);
        return _window.Take(docIds, scores, limit);
    }

    private int FirstMatch()
    {
        var docId = _heap.Top.DocId;
        while (_minimumMatch > 1 && docId != NoMoreDocs && _heap.FindAtTop() < _minimumMatch)
        {
            while (_heap.Top.DocId == docId)
            {
                _heap.Top.NextDoc();
                _heap.UpdateTop();
            }

            docId = _heap.Top.DocId;
        }

        return docId;
    }
}

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>The documents that match at least some of several scorers, in order; what the score is made of is up to the kind of union.</summary>
internal abstract class UnionScorer : Scorer
{
    private readonly Scorer[] _scorers;
    private readonly int _minimumMatch;
    private int _docId = -1;

    /// <param name="scorers">At least one, none moved yet.</param>
    /// <param name="minimumMatch">How many of them a document has to match, from 1.</param>
    protected UnionScorer(Scorer[] scorers, int minimumMatch)
    {
        _scorers = scorers;
        _minimumMatch = minimumMatch;
        Heap = new IteratorHeap<Scorer>(scorers);
        Cost = scorers.Sum(scorer => scorer.Cost);
    }

    public override int DocId => _docId;

    public sealed override long Cost { get; }

    /// <summary>The scorers; those that match the current document are at its top.</summary>
    protected IteratorHeap<Scorer> Heap { get; }

    public override int NextDoc() => Advance(_docId + 1);

    public sealed override int Advance(int target)
    {
        if (_docId < 0)
        {
            foreach (var scorer in _scorers) scorer.Advance(target);
            Heap.Restore();
        }

        while (Heap.Top.DocId < target)
        {
            Heap.Top.Advance(target);
            Heap.UpdateTop();
        }

        return _docId = FirstMatch();
    }

    private int FirstMatch()
    {
        var docId = Heap.Top.DocId;
        while (_minimumMatch > 1 && docId != NoMoreDocs && Heap.FindAtTop() < _minimumMatch)
        {
            while (Heap.Top.DocId == docId)
            {
                Heap.Top.NextDoc();
                Heap.UpdateTop();
            }

            docId = Heap.Top.DocId;
        }

        return docId;
    }
}

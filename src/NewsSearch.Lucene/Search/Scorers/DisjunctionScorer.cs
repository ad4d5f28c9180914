namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>The documents that match at least some of several scorers; the score is the sum over those that match.</summary>
/// <param name="scorers">At least one, none moved yet.</param>
/// <param name="minimumMatch">How many of them a document has to match, from 1.</param>
internal sealed class DisjunctionScorer(Scorer[] scorers, int minimumMatch) : UnionScorer(scorers, minimumMatch)
{
    private readonly Scorer[] _scorers = scorers;
    private readonly int _minimumMatch = minimumMatch;
    private DisjunctionWindow? _window;

    public override int DocId => _window?.DocId ?? base.DocId;

    // A sum in double precision does not depend on the order of its parts, as long as it has not more than some thousand of them.
    public override float Score()
    {
        var sum = 0d;
        for (var i = Heap.FindAtTop() - 1; i >= 0; i--) sum += Heap.AtTop(i).Score();
        return (float)sum;
    }

    public override int TakeBatch(Span<int> docIds, Span<float> scores, int limit)
    {
        _window ??= new DisjunctionWindow(_scorers, _minimumMatch);
        return _window.Take(docIds, scores, limit);
    }
}

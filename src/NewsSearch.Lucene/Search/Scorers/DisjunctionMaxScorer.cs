namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>The documents that any of several scorers matches; the score is that of the best one, plus a share of those of the others.</summary>
/// <param name="scorers">At least one, none moved yet.</param>
/// <param name="tieBreaker">The share, 0 to 1.</param>
internal sealed class DisjunctionMaxScorer(Scorer[] scorers, float tieBreaker) : UnionScorer(scorers, 1)
{
    // The sum is in double precision, so that it does not depend on the order of its parts.
    public override float Score()
    {
        var best = 0f;
        var sum = 0d;
        for (var i = Heap.FindAtTop() - 1; i >= 0; i--)
        {
            var score = Heap.AtTop(i).Score();
            best = Math.Max(best, score);
            sum += score;
        }

        return (float)(best + (sum - best) * tieBreaker);
    }
}

using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Tests.Search.Scorers;

/// <summary>A scorer over candidates of which only those in the table match; it insists on being asked once a document, and before scoring it.</summary>
internal sealed class CandidateScorer(IReadOnlyList<int> candidates, SortedDictionary<int, float> scores)
    : TwoPhaseScorer(new ListIterator(candidates), CancellationToken.None)
{
    private int _asked = -1;

    public override bool Matches()
    {
        Assert.True(DocId > _asked, $"Document {DocId} was asked for twice.");
        _asked = DocId;
        return scores.ContainsKey(DocId);
    }

    public override float Score()
    {
        Assert.Equal(DocId, _asked);
        return scores[DocId];
    }
}

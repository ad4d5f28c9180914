using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Search.Weights;

/// <summary>No documents at all.</summary>
internal sealed class NoDocsWeight : Weight
{
    public override Scorer? CreateScorer(int segment) => null;

    public override int Count(int segment) => 0;

    public override Explanation Explain(int segment, int docId) => Explanation.NoMatch("the query matches nothing");
}

using NewsSearch.Lucene.Search.Weights;

namespace NewsSearch.Lucene.Search.Queries;

/// <summary>No document.</summary>
public sealed record MatchNoDocsQuery : Query
{
    public override string ToString() => "(nothing)";

    internal override Weight CreateWeight(SearchContext context, bool needsScores, float boost) => new NoDocsWeight();
}

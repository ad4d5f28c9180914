using NewsSearch.Lucene.Search.Weights;

namespace NewsSearch.Lucene.Search.Queries;

/// <summary>All documents, each with the boost as its score.</summary>
public sealed record MatchAllDocsQuery : Query
{
    public override string ToString() => "*:*";

    internal override Weight CreateWeight(SearchContext context, bool needsScores, float boost) => new AllDocsWeight(context, ToString(), boost);
}

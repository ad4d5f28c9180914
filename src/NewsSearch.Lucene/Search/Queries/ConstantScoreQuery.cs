using NewsSearch.Lucene.Search.Weights;

namespace NewsSearch.Lucene.Search.Queries;

/// <summary>The documents of another query, each with the boost as its score.</summary>
public sealed record ConstantScoreQuery : Query
{
    public ConstantScoreQuery(Query query)
    {
        Depth = DepthAround(query);
        Query = query;
    }

    /// <summary>Tells which documents match.</summary>
    public Query Query { get; }

    internal override int ClauseCount => Query.ClauseCount;

    internal override int Depth { get; }

    public override string ToString() => $"constant({Query})";

    internal override Weight CreateWeight(SearchContext context, bool needsScores, float boost) =>
        new FilterWeight(ToString(), context.CreateFilter(Query), boost);
}

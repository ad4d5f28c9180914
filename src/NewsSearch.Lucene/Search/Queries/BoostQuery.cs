using NewsSearch.Lucene.Search.Weights;

namespace NewsSearch.Lucene.Search.Queries;

/// <summary>The documents of another query, with their scores multiplied.</summary>
public sealed record BoostQuery : Query
{
    /// <param name="query">Tells which documents match.</param>
    /// <param name="boost">Not negative, finite.</param>
    public BoostQuery(Query query, float boost)
    {
        Depth = DepthAround(query);
        if (!float.IsFinite(boost) || boost < 0) throw new ArgumentOutOfRangeException(nameof(boost), boost, "A boost is a number from 0.");
        Query = query;
        Boost = boost;
    }

    public Query Query { get; }

    /// <summary>What scores are multiplied by.</summary>
    public float Boost { get; }

    internal override int ClauseCount => Query.ClauseCount;

    internal override int Depth { get; }

    public override string ToString() => $"{Query}^{Describe(Boost)}";

    internal override Weight CreateWeight(SearchContext context, bool needsScores, float boost) =>
        Query.CreateWeight(context, needsScores, boost * Boost);
}

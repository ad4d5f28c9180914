using NewsSearch.Lucene.Search.Weights;

namespace NewsSearch.Lucene.Search.Queries;

/// <summary>The documents of another query, with each score multiplied by a function of the document. Which documents match does not change.</summary>
public sealed record FunctionScoreQuery : Query
{
    public FunctionScoreQuery(Query query, ScoreFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        Depth = DepthAround(query);
        Query = query;
        Function = function;
    }

    /// <summary>Tells which documents match, and their scores before the function.</summary>
    public Query Query { get; }

    /// <summary>What scores are multiplied by.</summary>
    public ScoreFunction Function { get; }

    internal override int ClauseCount => Query.ClauseCount;

    internal override int Depth { get; }

    public override string ToString() => $"{Query} * ({Function})";

    internal override Weight CreateWeight(SearchContext context, bool needsScores, float boost)
    {
        var inner = Query.CreateWeight(context, needsScores, boost);
        return needsScores ? new FunctionScoreWeight(context, inner, Function) : inner;
    }
}

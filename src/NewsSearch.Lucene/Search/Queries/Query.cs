using System.Globalization;
using NewsSearch.Lucene.Search.Weights;

namespace NewsSearch.Lucene.Search.Queries;

/// <summary>
/// What to search for. Queries are immutable, know nothing of an index and are equal when they ask for the same in the same
/// way. Text of a query is a description for people, not a syntax that anything reads.
/// </summary>
public abstract record Query
{
    private protected Query()
    {
    }

    /// <summary>The query as text.</summary>
    public abstract override string ToString();

    /// <summary>What counts against <see cref="SearchLimits.MaxClauseCount"/>.</summary>
    internal virtual int ClauseCount => 1;

    /// <summary>What counts against <see cref="SearchLimits.MaxDepth"/>.</summary>
    internal virtual int Depth => 1;

    /// <summary>Looks up what the query needs of an index.</summary>
    /// <param name="context">Of the search.</param>
    /// <param name="needsScores">Whether scores are going to be asked for.</param>
    /// <param name="boost">The product of the boosts around the query; multiplies its scores.</param>
    internal abstract Weight CreateWeight(SearchContext context, bool needsScores, float boost);

    private protected static int DepthAround(Query inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        var depth = inner.Depth + 1;
        return depth <= SearchLimits.MaxDepth ? depth : throw new TooManyClausesException("levels of queries inside queries", depth, SearchLimits.MaxDepth);
    }

    private protected static string Describe(float boost) => boost.ToString(CultureInfo.InvariantCulture);
}

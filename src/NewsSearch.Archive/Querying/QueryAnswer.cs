using NewsSearch.Lucene.Facets;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Archive.Querying;

/// <summary>What was found for a query, and at which step of loosening.</summary>
/// <param name="Attempt">The step that was answered.</param>
/// <param name="Found">What was found.</param>
/// <param name="Complete">How many of the articles meet all conditions.</param>
internal sealed record QueryAnswer(QueryAttempt Attempt, FacetedTopDocs Found, int Complete)
{
    /// <summary>What was put to the engine.</summary>
    public required Query Asked { get; init; }

    public int Total => Found.TopDocs.TotalHits;

    /// <summary>Whether the archive has nothing at all of the sources, channels or days that were asked for.</summary>
    public bool IsOutsideHoldings { get; init; }
}

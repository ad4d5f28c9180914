using NewsSearch.Lucene.Facets;

namespace NewsSearch.Archive.Querying;

/// <summary>What was found for a query, and at which step of loosening.</summary>
/// <param name="Attempt">The step that was answered.</param>
/// <param name="Found">What was found.</param>
/// <param name="Complete">How many of the articles meet all conditions.</param>
internal sealed record QueryAnswer(QueryAttempt Attempt, FacetedTopDocs Found, int Complete)
{
    public int Total => Found.TopDocs.TotalHits;
}

using NewsSearch.Lucene.Facets;

namespace NewsSearch.Archive.Querying;

/// <summary>What was found for a query, and at which steps of loosening.</summary>
/// <param name="First">The first step that found something, whose articles come first; the strictest one if none did.</param>
/// <param name="FirstTotal">How many articles it found.</param>
/// <param name="Found">What was found at the last step.</param>
/// <param name="IsComplete">Whether the first step is the strictest: the articles that come first meet all conditions.</param>
internal sealed record QueryAnswer(QueryAttempt First, int FirstTotal, FacetedTopDocs Found, bool IsComplete)
{
    public int Total => Found.TopDocs.TotalHits;

    /// <summary>How many articles meet all conditions.</summary>
    public int Complete => IsComplete ? FirstTotal : 0;

    /// <summary>Whether articles follow that a later step found.</summary>
    public bool IsWidened => Total > FirstTotal;

    /// <summary>Whether the archive has nothing at all of the sources, channels or days that were asked for.</summary>
    public bool IsOutsideHoldings { get; init; }
}

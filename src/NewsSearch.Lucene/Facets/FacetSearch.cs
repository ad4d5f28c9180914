using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Lucene.Facets;

/// <summary>
/// Searches that count values of columns. All counts are exact: every hit is counted, deleted documents never. For a facet that ignores
/// its own filter (so that a reader can choose several values), count it for the query without that filter.
/// </summary>
public static class FacetSearch
{
    /// <summary>A page of hits, and the counts over all hits, in one pass.</summary>
    /// <exception cref="InvalidOperationException">A field has a binary column or columns of different types.</exception>
    public static FacetedTopDocs Search(this IndexSearcher searcher, Query query, SearchOptions options, IReadOnlyList<FacetRequest> facets)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        ArgumentNullException.ThrowIfNull(facets);
        using var use = searcher.Use();
        var collectors = facets.Select(facet => new FacetCollector(searcher.Reader, facet)).ToArray();
        var topDocs = searcher.Search(query, options, collectors);
        return new FacetedTopDocs(topDocs, Array.ConvertAll(collectors, collector => collector.Finish()));
    }

    /// <summary>The counts over all hits of a query.</summary>
    /// <exception cref="InvalidOperationException">A field has a binary column or columns of different types.</exception>
    public static IReadOnlyList<FacetCounts> CountFacets(
        this IndexSearcher searcher, Query query, IReadOnlyList<FacetRequest> facets, CancellationToken cancellationToken = default) =>
        searcher.Search(query, new SearchOptions { Size = 0, CancellationToken = cancellationToken }, facets).Facets;
}

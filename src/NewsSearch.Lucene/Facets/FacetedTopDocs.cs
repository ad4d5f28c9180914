using NewsSearch.Lucene.Search;

namespace NewsSearch.Lucene.Facets;

/// <summary>A page of hits with the counts of all hits.</summary>
/// <param name="TopDocs">The page.</param>
/// <param name="Facets">One for each request, in their order.</param>
public sealed record FacetedTopDocs(TopDocs TopDocs, IReadOnlyList<FacetCounts> Facets);

using NewsSearch.Archive;
using NewsSearch.Lucene.Facets;
using NewsSearch.Lucene.Search;

namespace NewsSearch.Benchmarks.Load;

/// <summary>The engine alone: the ten best documents by number, and counts.</summary>
internal sealed class EngineTarget(IndexSearcher searcher) : ISearchTarget
{
    // As the product asks for them.
    private static readonly FacetRequest[] Facets =
    [
        new(ArticleSchema.Source, 50),
        new(ArticleSchema.Channel, 50),
        new(ArticleSchema.Month, 1200, FacetOrder.ValueDescending),
    ];

    public string Description => "engine: ten best documents by number, half of the queries with counts by source, channel and month";

    public int Search(MeasuredQuery query) =>
        searcher.Search(query.Query, new SearchOptions { Size = 10 }, query.WithFacets ? Facets : []).TopDocs.TotalHits;
}

using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Benchmarks.Load;

/// <summary>A query of the mix, made before anything is timed.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="WithFacets">Whether sources, channels and months of all hits are counted.</param>
/// <param name="Query">As the engine gets it.</param>
/// <param name="Text">As a reader would type it.</param>
internal sealed record MeasuredQuery(QueryKind Kind, bool WithFacets, Query Query, string Text)
{
    public string Name => WithFacets ? $"{Kind} + facets" : $"{Kind}";
}

using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Lucene.Search.Caching;

/// <summary>What a cache keeps for one segment. It doesn't know the segment, so that it keeps no reader alive.</summary>
internal sealed class SegmentFilters
{
    public Dictionary<Query, CachedFilter> Filters { get; } = [];
}

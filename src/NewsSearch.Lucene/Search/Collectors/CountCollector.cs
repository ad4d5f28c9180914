using NewsSearch.Lucene.Reading;

namespace NewsSearch.Lucene.Search.Collectors;

/// <summary>Counts hits.</summary>
internal sealed class CountCollector : Collector
{
    /// <summary>How many hits there were.</summary>
    public int Count { get; private set; }

    public override void BeginSegment(SegmentReader segment)
    {
    }

    public override void Collect(ReadOnlySpan<int> docIds, ReadOnlySpan<float> scores) => Count += docIds.Length;
}

using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search.Collectors;

namespace NewsSearch.Lucene.Facets;

/// <summary>Counts the values of one column over all hits.</summary>
internal sealed class FacetCollector(DirectoryReader reader, FacetRequest request) : Collector
{
    private ValueCounter? _counter;
    private bool _hasColumn;

    public override void BeginSegment(SegmentReader segment)
    {
        var type = segment.Fields.Find(request.Field)?.DocValuesType ?? DocValuesType.None;
        _hasColumn = type != DocValuesType.None;
        if (!_hasColumn) return;
        _counter ??= type switch
        {
            DocValuesType.Numeric => new NumberCounter(request.Field),
            DocValuesType.Sorted or DocValuesType.SortedSet => new OrdinalCounter(request.Field, ColumnLabels.Of(reader, request.Field)),
            _ => throw new InvalidOperationException(
                $"Field {request.Field} has a column of type {type}, whose values can't be counted; numeric, sorted and sorted-set ones can."),
        };
        _counter.BeginSegment(segment);
    }

    public override void Collect(ReadOnlySpan<int> docIds, ReadOnlySpan<float> scores)
    {
        if (_hasColumn) _counter!.Count(docIds);
    }

    public override void EndSegment()
    {
        if (_hasColumn) _counter!.EndSegment();
    }

    /// <summary>The counts of all segments.</summary>
    public FacetCounts Finish()
    {
        var top = new FacetTop(request.Size, request.Order);
        _counter?.AddAll(top);
        return new FacetCounts(request.Field, top.Drain(), top.ValueCount);
    }
}

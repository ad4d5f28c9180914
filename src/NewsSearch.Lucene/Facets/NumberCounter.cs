using System.Globalization;
using System.Runtime.InteropServices;
using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Reading;

namespace NewsSearch.Lucene.Facets;

/// <summary>Counts the values of a numeric column.</summary>
internal sealed class NumberCounter(string field) : ValueCounter
{
    private readonly Dictionary<long, int> _counts = [];
    private NumericDocValues? _values;
    private BitSet? _docsWithField;

    public override void BeginSegment(SegmentReader segment)
    {
        _values = segment.NumericDocValues(field);
        _docsWithField = segment.DocsWithField(field);
    }

    public override void Count(ReadOnlySpan<int> docIds)
    {
        foreach (var docId in docIds)
            if (_docsWithField is null || _docsWithField[docId]) CollectionsMarshal.GetValueRefOrAddDefault(_counts, _values!.Get(docId), out _)++;
    }

    public override void AddAll(FacetTop top)
    {
        foreach (var (value, count) in _counts.OrderBy(pair => pair.Key))
            if (top.Accepts(count)) top.Add(value.ToString(CultureInfo.InvariantCulture), count);
    }
}

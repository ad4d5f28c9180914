using System.Text;
using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Reading;

namespace NewsSearch.Lucene.Search.Collectors;

/// <summary>
/// Keeps the hits with the greatest or least values in a sorted column. Within a segment ordinals are compared; only the best of
/// each segment are compared by their bytes with those of the others.
/// </summary>
internal sealed class TopTextCollector(Sort sort, int size) : TopCollector
{
    private readonly TopHeap _segmentTop = new(size);
    private readonly List<Entry> _top = [];
    private SortedDocValues? _values;
    private int _docBase;

    public override bool NeedsScores => false;

    public override void BeginSegment(SegmentReader segment)
    {
        _docBase = segment.DocBase;
        _values = segment.SortedDocValues(sort.Field);
    }

    public override void Collect(ReadOnlySpan<int> docIds, ReadOnlySpan<float> scores)
    {
        TotalHits += docIds.Length;
        if (size == 0) return;
        foreach (var docId in docIds)
        {
            var key = KeyOf(_values?.Ord(docId) ?? -1);
            if (!_segmentTop.IsFull || key > _segmentTop.WorstKey) _segmentTop.Add(key, _docBase + docId);
        }
    }

    public override void EndSegment()
    {
        foreach (var (_, docId) in _segmentTop.Drain())
        {
            var ord = _values?.Ord(docId - _docBase) ?? -1;
            _top.Add(new Entry(ord < 0 ? null : _values!.Lookup(ord).ToArray(), docId));
        }

        _top.Sort(Compare);
        if (_top.Count > size) _top.RemoveRange(size, _top.Count - size);
    }

    public override ScoreDoc[] Finish() => [.. _top.Select(ToHit)];

    private static ScoreDoc ToHit(Entry entry) =>
        new(entry.DocId, float.NaN, entry.Value is null ? null : StoredValue.Of(Encoding.UTF8.GetString(entry.Value)));

    // Greater keys come first. Ordinal -1, no value, is less than all others as it stands.
    private long KeyOf(int ord) => ord < 0 && sort.IsMissingLast ? long.MinValue : sort.IsDescending ? ord : -(long)ord;

    private int Compare(Entry left, Entry right)
    {
        int order;
        if (left.Value is null || right.Value is null)
        {
            order = (left.Value is null ? 0 : 1) - (right.Value is null ? 0 : 1);
            if (sort.IsMissingLast && !sort.IsDescending) order = -order;
        }
        else
        {
            order = left.Value.AsSpan().SequenceCompareTo(right.Value);
        }

        if (sort.IsDescending) order = -order;
        return order != 0 ? order : left.DocId.CompareTo(right.DocId);
    }

    private readonly record struct Entry(byte[]? Value, int DocId);
}

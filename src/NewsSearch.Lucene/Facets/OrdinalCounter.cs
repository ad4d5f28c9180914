using System.Text;
using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Reading;

namespace NewsSearch.Lucene.Facets;

/// <summary>Counts the values of a sorted or sorted-set column: by ordinal in each segment, then merged in the order of their bytes.</summary>
/// <param name="field">The column.</param>
/// <param name="labels">Its values in all segments; null if they are to be merged by their bytes.</param>
internal sealed class OrdinalCounter(string field, ColumnLabels? labels) : ValueCounter
{
    private const int BatchSize = 128;

    private readonly int[] _totals = labels is null ? [] : new int[labels.Count];
    private readonly List<OrdinalCursor> _segments = [];
    private SegmentReader? _segment;
    private CountedColumn? _column;
    private SortedDocValues? _single;
    private SortedSetDocValues? _set;
    private ValueCodes? _codes;
    private int[] _codeCounts = [];
    private int[] _ordCounts = [];
    private int _countedSlowly;

    public override void BeginSegment(SegmentReader segment)
    {
        _segment = segment;
        _single = segment.Fields.Find(field)?.DocValuesType == DocValuesType.Sorted ? segment.SortedDocValues(field) : null;
        _set = _single is null ? segment.SortedSetDocValues(field)! : new SingletonSortedSetDocValues(_single);
        _ordCounts = new int[_set.ValueCount];
        _column = CountedColumn.Of(segment, field);
        _codes = _column.Codes;
        _codeCounts = _codes is null ? [] : new int[_codes.Count];
        _countedSlowly = 0;
    }

    public override void Count(ReadOnlySpan<int> docIds)
    {
        if (_codes is not null)
        {
            _codes.CountCodes(docIds, _codeCounts);
            return;
        }

        _countedSlowly += docIds.Length;
        if (_single is null) CountSets(docIds);
        else CountSingle(_single, docIds);
    }

    public override void EndSegment()
    {
        if (_codes is not null) _codes.AddTo(_codeCounts, _ordCounts);
        else _column!.Note(_countedSlowly, _set!, _segment!.MaxDoc);
        if (labels is null) _segments.Add(new OrdinalCursor(_set!, _ordCounts));
        else labels.Add(_segment!, _ordCounts, _totals);
    }

    public override void AddAll(FacetTop top)
    {
        if (labels is null)
        {
            AddMerged(top);
            return;
        }

        for (var place = ColumnLabels.NextCounted(_totals, 0); place < _totals.Length; place = ColumnLabels.NextCounted(_totals, place + 1))
            if (top.Accepts(_totals[place])) top.Add(labels[place], _totals[place]);
    }

    private void AddMerged(FacetTop top)
    {
        var queue = new PriorityQueue<OrdinalCursor, OrdinalCursor>(Comparer<OrdinalCursor>.Create(OrdinalCursor.CompareValues));
        foreach (var segment in _segments)
            if (segment.MoveNext()) queue.Enqueue(segment, segment);

        while (queue.TryPeek(out var least, out _))
        {
            var value = least.Value.ToArray();
            var count = TakeCounts(queue, value);
            if (top.Accepts(count)) top.Add(Encoding.UTF8.GetString(value), count);
        }
    }

    // Adds up the counts of a value in the segments that have it, and moves these on.
    private static int TakeCounts(PriorityQueue<OrdinalCursor, OrdinalCursor> queue, ReadOnlySpan<byte> value)
    {
        var count = 0;
        while (queue.TryPeek(out var segment, out _) && segment.Value.SequenceEqual(value))
        {
            count += segment.Count;
            queue.Dequeue();
            if (segment.MoveNext()) queue.Enqueue(segment, segment);
        }

        return count;
    }

    private void CountSingle(SortedDocValues values, ReadOnlySpan<int> docIds)
    {
        Span<long> batch = stackalloc long[BatchSize];
        for (; !docIds.IsEmpty; docIds = docIds[Math.Min(BatchSize, docIds.Length)..])
        {
            var ords = batch[..Math.Min(BatchSize, docIds.Length)];
            values.Ords(docIds[..ords.Length], ords);
            foreach (var ord in ords)
                if (ord >= 0) _ordCounts[ord]++;
        }
    }

    private void CountSets(ReadOnlySpan<int> docIds)
    {
        foreach (var docId in docIds)
        {
            _set!.SetDocument(docId);
            for (var ord = _set.NextOrd(); ord >= 0; ord = _set.NextOrd()) _ordCounts[ord]++;
        }
    }
}

using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Reading;

namespace NewsSearch.Lucene.Search.Collectors;

/// <summary>Keeps the hits with the greatest or least values in a numeric column.</summary>
internal sealed class TopNumberCollector(Sort sort, int size) : TopCollector
{
    private readonly TopHeap _top = new(size);
    private readonly HashSet<int> _missing = [];
    private readonly long _missingKey = sort.IsMissingLast ? long.MinValue : KeyOf(0, sort.IsDescending);
    private NumericDocValues? _values;
    private BitSet? _docsWithField;
    private int _docBase;

    public override bool NeedsScores => false;

    public override void BeginSegment(SegmentReader segment)
    {
        _docBase = segment.DocBase;
        _values = segment.NumericDocValues(sort.Field);
        _docsWithField = _values is null ? null : segment.DocsWithField(sort.Field);
    }

    public override void Collect(ReadOnlySpan<int> docIds, ReadOnlySpan<float> scores)
    {
        TotalHits += docIds.Length;
        if (size == 0) return;
        foreach (var docId in docIds)
        {
            var hasValue = _values is not null && (_docsWithField is null || _docsWithField[docId]);
            var key = hasValue ? KeyOf(_values!.Get(docId), sort.IsDescending) : _missingKey;
            if (_top.IsFull && key <= _top.WorstKey) continue;
            if (!hasValue) _missing.Add(_docBase + docId);
            _top.Add(key, _docBase + docId);
        }
    }

    public override ScoreDoc[] Finish() => Array.ConvertAll(_top.Drain(), ToHit);

    // Greater keys come first; the complement turns the order of all 64-bit integers round.
    private static long KeyOf(long value, bool isDescending) => isDescending ? value : ~value;

    private ScoreDoc ToHit((long Key, int DocId) entry) => new(
        entry.DocId,
        float.NaN,
        _missing.Contains(entry.DocId) ? null : StoredValue.Of(KeyOf(entry.Key, sort.IsDescending)));
}

using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Reading;

namespace NewsSearch.Lucene.Facets;

/// <summary>
/// A column of a segment and how much of it has been counted so far: when as many documents have been counted as the segment has, it is
/// worth its <see cref="ValueCodes"/>. So a segment that is rarely asked costs nothing, and no more than twice as much as knowing in advance.
/// Thread-safe; lives as long as the segment is open.
/// </summary>
internal sealed class CountedColumn
{
    private static readonly ConditionalWeakTable<SegmentCore, ConcurrentDictionary<string, CountedColumn>> s_columns = [];

    private readonly Lock _making = new();
    private ValueCodes? _codes;
    private long _counted;
    private bool _hasTooMany;

    private CountedColumn()
    {
    }

    /// <summary>The codes, once there are any.</summary>
    public ValueCodes? Codes => Volatile.Read(ref _codes);

    public static CountedColumn Of(SegmentReader segment, string field) =>
        s_columns.GetOrCreateValue(segment.Core).GetOrAdd(field, _ => new CountedColumn());

    /// <summary>Takes note of documents that were counted without codes, and makes the codes if they are worth it now.</summary>
    /// <param name="documents">How many.</param>
    /// <param name="values">The column.</param>
    /// <param name="docCount">Documents of the segment.</param>
    public void Note(int documents, SortedSetDocValues values, int docCount)
    {
        if (Interlocked.Add(ref _counted, documents) < docCount || Volatile.Read(ref _hasTooMany)) return;

        // Whoever comes while another makes them goes on without.
        if (!_making.TryEnter()) return;
        try
        {
            if (Codes is not null || _hasTooMany) return;
            var codes = ValueCodes.Of(values, docCount);
            if (codes is null) Volatile.Write(ref _hasTooMany, true);
            else Volatile.Write(ref _codes, codes);
        }
        finally
        {
            _making.Exit();
        }
    }
}

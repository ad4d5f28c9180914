using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;

namespace NewsSearch.Lucene.Facets;

/// <summary>
/// The values that a column has in all segments of a snapshot, in the order of their bytes, and which of them each segment's ordinals
/// stand for. Made when the column is first counted in the snapshot. Immutable.
/// </summary>
internal sealed class ColumnLabels
{
    /// <summary>A column with more values, those of all segments added up, is merged for each query instead.</summary>
    private const int MaxOrds = 1 << 16;

    private static readonly ConditionalWeakTable<DirectoryReader, ConcurrentDictionary<string, ColumnLabels?>> s_labels = [];

    private readonly string[] _labels;
    private readonly Dictionary<SegmentCore, int[]> _places;

    private ColumnLabels(string[] labels, Dictionary<SegmentCore, int[]> places)
    {
        _labels = labels;
        _places = places;
    }

    /// <summary>How many values there are.</summary>
    public int Count => _labels.Length;

    /// <summary>A value as text.</summary>
    public string this[int place] => _labels[place];

    /// <summary>The labels of a column; null if it has too many.</summary>
    public static ColumnLabels? Of(DirectoryReader reader, string field) =>
        s_labels.GetOrCreateValue(reader).GetOrAdd(field, static (field, reader) => Make(reader, field), reader);

    /// <summary>Adds the counts of a segment's ordinals to those of the values that they stand for.</summary>
    public void Add(SegmentReader segment, ReadOnlySpan<int> ordCounts, int[] counts)
    {
        var places = _places[segment.Core];
        for (var ord = NextCounted(ordCounts, 0); ord < ordCounts.Length; ord = NextCounted(ordCounts, ord + 1)) counts[places[ord]] += ordCounts[ord];
    }

    /// <summary>The first place from one on whose count is not 0, or the number of counts.</summary>
    public static int NextCounted(ReadOnlySpan<int> counts, int from) =>
        counts[from..].IndexOfAnyExcept(0) is >= 0 and var at ? from + at : counts.Length;

    private static ColumnLabels? Make(DirectoryReader reader, string field)
    {
        var cursors = new PriorityQueue<OrdinalCursor, OrdinalCursor>(Comparer<OrdinalCursor>.Create(OrdinalCursor.CompareValues));
        var places = new Dictionary<SegmentCore, int[]>();
        var ordCount = 0L;
        foreach (var segment in reader.Segments)
        {
            if (OrdinalColumn.Open(segment, field) is not { } values) continue;
            ordCount += values.ValueCount;
            if (ordCount > MaxOrds) return null;

            // Every value is wanted, so every one gets a count; it is overwritten by the value's place.
            var placeOfOrd = new int[values.ValueCount];
            Array.Fill(placeOfOrd, 1);
            places.Add(segment.Core, placeOfOrd);
            var cursor = new OrdinalCursor(values, placeOfOrd);
            if (cursor.MoveNext()) cursors.Enqueue(cursor, cursor);
        }

        return new ColumnLabels(Merge(cursors), places);
    }

    private static string[] Merge(PriorityQueue<OrdinalCursor, OrdinalCursor> cursors)
    {
        var labels = new List<string>();
        byte[] last = [];
        while (cursors.TryDequeue(out var least, out _))
        {
            if (labels.Count == 0 || !least.Value.SequenceEqual(last))
            {
                last = least.Value.ToArray();
                labels.Add(Encoding.UTF8.GetString(last));
            }

            least.Count = labels.Count - 1;
            if (least.MoveNext()) cursors.Enqueue(least, least);
        }

        return [.. labels];
    }
}

using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Reading;

namespace NewsSearch.Lucene.Search;

/// <summary>Columns of distinct values, whether they have one value a document or several.</summary>
internal static class OrdinalColumn
{
    /// <summary>The field's column in a segment, or null if no document of the segment has the field.</summary>
    /// <exception cref="InvalidOperationException">The field has a column of another type.</exception>
    public static SortedSetDocValues? Open(SegmentReader segment, string field)
    {
        if (segment.Fields.Find(field)?.DocValuesType != DocValuesType.Sorted) return segment.SortedSetDocValues(field);
        return segment.SortedDocValues(field) is { } single ? new SingletonSortedSetDocValues(single) : null;
    }
}

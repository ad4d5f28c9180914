using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Reading;

namespace NewsSearch.Lucene.Indexing.Merging;

/// <summary>The fields of the merged segment.</summary>
/// <remarks>
/// Where segments disagree it does as Lucene 4.8 does: of the index options the least counts, norms are left out where one
/// segment leaves them out, and columns of two types are refused.
/// </remarks>
internal static class MergedFields
{
    /// <exception cref="NotSupportedException">A field has columns of different types.</exception>
    public static FieldInfoSet Unite(IEnumerable<SegmentReader> readers)
    {
        var merged = new FieldInfoSet();
        var segmentOfColumn = new Dictionary<string, string>();
        foreach (var reader in readers)
        {
            foreach (var field in reader.Fields)
            {
                var into = merged.Find(field.Name) ?? Add(merged, field);
                if (field.IsIndexed) UniteTerms(into, field);
                UniteColumns(into, field, reader.Segment.Info.Name, segmentOfColumn);
            }
        }

        return merged;
    }

    /// <summary>The numbers in the merged segment by those of one merged; null if they are the same.</summary>
    public static IReadOnlyDictionary<int, int>? NewNumbers(FieldInfoSet merged, FieldInfoSet old)
    {
        var numbers = old.ToDictionary(field => field.Number, field => merged.Find(field.Name)!.Number);
        return numbers.All(pair => pair.Key == pair.Value) ? null : numbers;
    }

    /// <summary>With the number that it has where it can keep it: stored fields are then copied as they are.</summary>
    private static FieldInfo Add(FieldInfoSet merged, FieldInfo field)
    {
        var number = field.Number;
        if (merged.Find(number) is not null)
        {
            for (number = 0; merged.Find(number) is not null;) number++;
        }

        var added = new FieldInfo(field.Name, number);
        merged.TryAdd(added);
        return added;
    }

    private static void UniteTerms(FieldInfo merged, FieldInfo field)
    {
        merged.IndexOptions = merged.IsIndexed && merged.IndexOptions < field.IndexOptions ? merged.IndexOptions : field.IndexOptions;
        merged.OmitsNorms |= field.OmitsNorms;
        if (merged.OmitsNorms) merged.NormType = DocValuesType.None;
        else if (field.HasNorms) merged.NormType = field.NormType;
    }

    private static void UniteColumns(FieldInfo merged, FieldInfo field, string segment, Dictionary<string, string> segmentOfColumn)
    {
        if (field.DocValuesType == DocValuesType.None) return;
        if (merged.DocValuesType == DocValuesType.None)
        {
            merged.DocValuesType = field.DocValuesType;
            segmentOfColumn.Add(field.Name, segment);
        }
        else if (merged.DocValuesType != field.DocValuesType)
        {
            throw new NotSupportedException(
                $"Field {field.Name} has a column of type {merged.DocValuesType} in segment {segmentOfColumn[field.Name]}, but of type {field.DocValuesType} "
                + $"in segment {segment}: they can't be merged. Index the documents of one again.");
        }
    }
}

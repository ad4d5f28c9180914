using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>Writes the columns of a segment, field by field in any order.</summary>
/// <remarks>Sets the attributes of each field that name the format, so field infos are written after the columns.</remarks>
internal sealed class DocValuesWriter(SegmentOutputs outputs) : IDisposable
{
    private IndexOutput? _data;
    private IndexOutput? _metadata;
    private ColumnWriter? _columns;
    private readonly HashSet<int> _written = [];

    /// <param name="field">Of type Numeric.</param>
    /// <param name="values">One a document, 0 where it has none.</param>
    /// <param name="docsWithField">The documents that have a value; null means all.</param>
    public void AddNumeric(FieldInfo field, ReadOnlySpan<long> values, BitSet? docsWithField)
    {
        CheckDocCount(values.Length);
        if (docsWithField is not null) CheckDocCount(docsWithField.Length);
        Begin(field).WriteNumbers(field.Number, values, docsWithField);
    }

    /// <param name="field">Of type Binary.</param>
    /// <param name="values">One a document, null where it has none.</param>
    public void AddBinary(FieldInfo field, IReadOnlyList<byte[]?> values)
    {
        CheckDocCount(values.Count);
        Begin(field).WriteBytes(field.Number, values);
    }

    /// <param name="field">Of type Sorted.</param>
    /// <param name="values">The distinct values in the order of their bytes.</param>
    /// <param name="ords">One a document, -1 where it has no value.</param>
    public void AddSorted(FieldInfo field, IReadOnlyList<byte[]> values, ReadOnlySpan<int> ords)
    {
        CheckDocCount(ords.Length);
        WriteSorted(Begin(field), field, values, ords);
    }

    /// <param name="field">Of type SortedSet.</param>
    /// <param name="values">The distinct values in the order of their bytes.</param>
    /// <param name="ordCounts">Number of values of each document.</param>
    /// <param name="ords">The ordinals of all documents one after the other, ascending within a document.</param>
    public void AddSortedSet(FieldInfo field, IReadOnlyList<byte[]> values, ReadOnlySpan<int> ordCounts, ReadOnlySpan<int> ords)
    {
        CheckDocCount(ordCounts.Length);
        var columns = Begin(field);
        if (!ordCounts.ContainsAnyExceptInRange(0, 1))
        {
            columns.BeginSortedSet(field.Number, SortedSetEncoding.SingleValued);
            WriteSorted(columns, field, values, SpreadSingleOrds(ordCounts, ords));
            return;
        }

        columns.BeginSortedSet(field.Number, SortedSetEncoding.WithAddresses);
        columns.WriteDictionary(field.Number, values);
        columns.WriteOrds(field.Number, ords);
        columns.WriteEnds(field.Number, ordCounts);
    }

    /// <summary>Completes the files. Without columns there are none.</summary>
    public void Finish()
    {
        if (_data is null || _metadata is null) return;
        _metadata.WriteVInt(DocValuesFormat.EndOfFields);
        CodecFile.WriteFooter(_metadata);
        CodecFile.WriteFooter(_data);
    }

    public void Dispose()
    {
        _metadata?.Dispose();
        _data?.Dispose();
    }

    private ColumnWriter Begin(FieldInfo field)
    {
        if (!_written.Add(field.Number)) throw new ArgumentException($"Field {field.Name} has its column already.", nameof(field));
        field.Attributes[DocValuesFormat.FormatAttribute] = DocValuesFormat.Name;
        field.Attributes[DocValuesFormat.SuffixAttribute] = DocValuesFormat.Suffix;
        return _columns ??= CreateFiles();
    }

    private ColumnWriter CreateFiles()
    {
        var suffix = DocValuesFormat.FileSuffix(DocValuesFormat.Suffix);
        _data = outputs.Create(suffix, DocValuesFormat.DataExtension);
        CodecFile.WriteHeader(_data, DocValuesFormat.DataCodec, DocValuesFormat.CurrentVersion);
        _metadata = outputs.Create(suffix, DocValuesFormat.MetadataExtension);
        CodecFile.WriteHeader(_metadata, DocValuesFormat.MetadataCodec, DocValuesFormat.CurrentVersion);
        return new ColumnWriter(_data, _metadata);
    }

    private void CheckDocCount(int count)
    {
        if (count != outputs.DocCount) throw new ArgumentException($"{count} values for {outputs.DocCount} documents.", nameof(count));
    }

    private static void WriteSorted(ColumnWriter columns, FieldInfo field, IReadOnlyList<byte[]> values, ReadOnlySpan<int> ords)
    {
        columns.BeginEntry(field.Number, ColumnKind.Sorted);
        columns.WriteDictionary(field.Number, values);
        columns.WriteOrds(field.Number, ords);
    }

    private static int[] SpreadSingleOrds(ReadOnlySpan<int> ordCounts, ReadOnlySpan<int> ords)
    {
        var spread = new int[ordCounts.Length];
        var at = 0;
        for (var i = 0; i < spread.Length; i++) spread[i] = ordCounts[i] == 0 ? -1 : ords[at++];
        return spread;
    }
}

using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>The columns of all fields of a segment. Thread-safe; the columns it hands out are as they say.</summary>
internal sealed class DocValuesReader
{
    private readonly Dictionary<int, DocValuesFiles> _filesByField = [];

    /// <summary>Opens the files and reads their metadata; a column is opened when it is first asked for.</summary>
    /// <exception cref="CorruptIndexException">A file is missing or broken.</exception>
    /// <exception cref="NotSupportedException">A field's column has another format than Lucene45.</exception>
    public DocValuesReader(SegmentInputs inputs, FieldInfoSet fields)
    {
        var withColumn = fields.Where(field => field.DocValuesType != DocValuesType.None);
        foreach (var group in withColumn.GroupBy(field => FileSuffixOf(inputs, field)))
        {
            var files = new DocValuesFiles(inputs, group.Key, [.. group]);
            foreach (var field in group) _filesByField.Add(field.Number, files);
        }
    }

    /// <summary>The column of a field of type Numeric.</summary>
    public NumericDocValues Numeric(FieldInfo field) => FilesOf(field, DocValuesType.Numeric).Numeric(field);

    /// <summary>The column of a field of type Binary.</summary>
    public BinaryDocValues Binary(FieldInfo field) => FilesOf(field, DocValuesType.Binary).Binary(field);

    /// <summary>The column of a field of type Sorted.</summary>
    public SortedDocValues Sorted(FieldInfo field) => FilesOf(field, DocValuesType.Sorted).Sorted(field);

    /// <summary>The column of a field of type SortedSet.</summary>
    public SortedSetDocValues SortedSet(FieldInfo field) => FilesOf(field, DocValuesType.SortedSet).SortedSet(field);

    /// <summary>The documents that have a value in the field's column; null means all. Shared: not to be changed.</summary>
    public BitSet? DocsWithField(FieldInfo field) => FilesOf(field, field.DocValuesType).DocsWithField(field);

    private DocValuesFiles FilesOf(FieldInfo field, DocValuesType type)
    {
        if (field.DocValuesType != type || !_filesByField.TryGetValue(field.Number, out var files))
            throw new ArgumentException($"Field {field.Name} has a column of type {field.DocValuesType}, not {type}.", nameof(field));
        return files;
    }

    private static string FileSuffixOf(SegmentInputs inputs, FieldInfo field)
    {
        if (!field.Attributes.TryGetValue(DocValuesFormat.FormatAttribute, out var format)
            || !field.Attributes.TryGetValue(DocValuesFormat.SuffixAttribute, out var suffix))
        {
            throw new CorruptIndexException(
                IndexFileNames.OfSegment(inputs.Info.Name, "", "fnm"), -1,
                $"a column of field {field.Name} without the format it is stored in", $"attributes {DocValuesFormat.FormatAttribute} and {DocValuesFormat.SuffixAttribute}");
        }

        if (format != DocValuesFormat.Name)
            throw new NotSupportedException($"The column of field {field.Name} in segment {inputs.Info.Name} has format {format}; this engine reads {DocValuesFormat.Name} only.");
        return DocValuesFormat.FileSuffix(suffix);
    }
}

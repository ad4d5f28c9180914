using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>The columns of all fields of a segment. Thread-safe; the columns it hands out are as they say.</summary>
internal sealed class DocValuesReader
{
    public DocValuesReader(SegmentInputs inputs, FieldInfoSet fields) => throw new NotSupportedException($"Columns of {inputs.Info.Name} with {fields.Count} fields are not read yet.");

    /// <summary>The column of a field of type Numeric.</summary>
    public NumericDocValues Numeric(FieldInfo field) => throw new NotSupportedException($"{field.Name} is not read yet.");

    /// <summary>The column of a field of type Binary.</summary>
    public BinaryDocValues Binary(FieldInfo field) => throw new NotSupportedException($"{field.Name} is not read yet.");

    /// <summary>The column of a field of type Sorted.</summary>
    public SortedDocValues Sorted(FieldInfo field) => throw new NotSupportedException($"{field.Name} is not read yet.");

    /// <summary>The column of a field of type SortedSet.</summary>
    public SortedSetDocValues SortedSet(FieldInfo field) => throw new NotSupportedException($"{field.Name} is not read yet.");

    /// <summary>The documents that have a value in the field's column; null means all.</summary>
    public BitSet? DocsWithField(FieldInfo field) => throw new NotSupportedException($"{field.Name} is not read yet.");
}

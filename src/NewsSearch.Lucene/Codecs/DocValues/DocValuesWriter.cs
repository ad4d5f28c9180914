using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>Writes the columns of a segment, field by field in the order of their numbers.</summary>
internal sealed class DocValuesWriter : IDisposable
{
    public DocValuesWriter(SegmentOutputs outputs) => throw new NotSupportedException("Not written yet.");

    /// <param name="field">Of type Numeric.</param>
    /// <param name="values">One a document, 0 where it has none.</param>
    /// <param name="docsWithField">The documents that have a value; null means all.</param>
    public void AddNumeric(FieldInfo field, ReadOnlySpan<long> values, BitSet? docsWithField) => throw new NotSupportedException("Not written yet.");

    /// <param name="field">Of type Binary.</param>
    /// <param name="values">One a document, null where it has none.</param>
    public void AddBinary(FieldInfo field, IReadOnlyList<byte[]?> values) => throw new NotSupportedException("Not written yet.");

    /// <param name="field">Of type Sorted.</param>
    /// <param name="values">The distinct values in the order of their bytes.</param>
    /// <param name="ords">One a document, -1 where it has no value.</param>
    public void AddSorted(FieldInfo field, IReadOnlyList<byte[]> values, ReadOnlySpan<int> ords) => throw new NotSupportedException("Not written yet.");

    /// <param name="field">Of type SortedSet.</param>
    /// <param name="values">The distinct values in the order of their bytes.</param>
    /// <param name="ordCounts">Number of values of each document.</param>
    /// <param name="ords">The ordinals of all documents one after the other, ascending within a document.</param>
    public void AddSortedSet(FieldInfo field, IReadOnlyList<byte[]> values, ReadOnlySpan<int> ordCounts, ReadOnlySpan<int> ords) => throw new NotSupportedException("Not written yet.");

    /// <summary>Completes the files.</summary>
    public void Finish() => throw new NotSupportedException("Not written yet.");

    public void Dispose() => throw new NotSupportedException("Not written yet.");
}

using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.LiveDocs;
using NewsSearch.Lucene.Codecs.Norms;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Codecs.StoredFields;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Reading;

/// <summary>One segment of a snapshot. Thread-safe.</summary>
internal sealed class SegmentReader : IDisposable
{
    private readonly SegmentInputs _inputs;
    private readonly TermsReader? _terms;
    private readonly NormsReader? _norms;
    private readonly DocValuesReader? _docValues;
    private readonly StoredFieldsReader _storedFields;

    private SegmentReader(IndexDirectory directory, SegmentCommitInfo segment, SegmentInputs inputs, int docBase)
    {
        _inputs = inputs;
        Segment = segment;
        DocBase = docBase;
        Fields = FieldInfosReader.Read(OpenFieldInfos(directory, segment, inputs));
        if (Fields.Any(field => field.IsIndexed)) _terms = new TermsReader(inputs, Fields);
        if (Fields.Any(field => field.HasNorms)) _norms = new NormsReader(inputs, Fields);
        if (Fields.Any(field => field.DocValuesType != DocValuesType.None)) _docValues = new DocValuesReader(inputs, Fields);
        _storedFields = new StoredFieldsReader(inputs, Fields);
        if (segment.DeletionGeneration >= 0) LiveDocs = LiveDocsReader.Read(directory, segment);
    }

    public SegmentCommitInfo Segment { get; }

    /// <summary>The number that document 0 of the segment has in the whole index.</summary>
    public int DocBase { get; }

    public FieldInfoSet Fields { get; }

    /// <summary>Number of documents, deleted ones included.</summary>
    public int MaxDoc => Segment.Info.DocCount;

    /// <summary>Number of documents that are not deleted.</summary>
    public int NumDocs => MaxDoc - Segment.DeletedCount;

    /// <summary>Stands for the segment's files: the same for all readers that differ in deletions only. Caches key on it.</summary>
    public object CoreKey => _inputs;

    /// <summary>Called once the files are closed: what was computed from them is of no more use.</summary>
    public event Action? Closed;

    /// <summary>A set bit for each document that is not deleted; null where none is.</summary>
    public BitSet? LiveDocs { get; }

    public static SegmentReader Open(IndexDirectory directory, SegmentCommitInfo segment, int docBase)
    {
        var inputs = new SegmentInputs(directory, segment.Info);
        try
        {
            return new SegmentReader(directory, segment, inputs, docBase);
        }
        catch
        {
            inputs.Dispose();
            throw;
        }
    }

    /// <summary>The terms of the field, or null if no document of the segment has any.</summary>
    public Terms? Terms(string field) => _terms?.Terms(field);

    /// <summary>The field's norms, or null if it has none.</summary>
    public NumericDocValues? Norms(string field) =>
        Fields.Find(field) is { HasNorms: true } info ? _norms!.Norms(info) : null;

    /// <summary>The column of integers, or null if no document of the segment has the field.</summary>
    public NumericDocValues? NumericDocValues(string field) =>
        Column(field, DocValuesType.Numeric) is { } info ? _docValues!.Numeric(info) : null;

    /// <summary>The column of bytes, or null if no document of the segment has the field.</summary>
    public BinaryDocValues? BinaryDocValues(string field) =>
        Column(field, DocValuesType.Binary) is { } info ? _docValues!.Binary(info) : null;

    /// <summary>The column of distinct values, or null if no document of the segment has the field.</summary>
    public SortedDocValues? SortedDocValues(string field) =>
        Column(field, DocValuesType.Sorted) is { } info ? _docValues!.Sorted(info) : null;

    /// <summary>The column of sets of values, or null if no document of the segment has the field.</summary>
    public SortedSetDocValues? SortedSetDocValues(string field) =>
        Column(field, DocValuesType.SortedSet) is { } info ? _docValues!.SortedSet(info) : null;

    /// <summary>The documents with a value in the field's column; null means all of them.</summary>
    /// <exception cref="InvalidOperationException">The segment has no column for the field.</exception>
    public BitSet? DocsWithField(string field) =>
        Fields.Find(field) is { DocValuesType: not DocValuesType.None } info
            ? _docValues!.DocsWithField(info)
            : throw new InvalidOperationException($"Segment {Segment.Info.Name} has no column {field}.");

    /// <summary>The stored fields of a document.</summary>
    /// <param name="docId">Its number in this segment.</param>
    /// <param name="wanted">Names of the fields to return; null means all.</param>
    public Document Document(int docId, IReadOnlySet<string>? wanted = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(docId);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(docId, MaxDoc);
        return _storedFields.Read(docId, wanted);
    }

    public void Dispose()
    {
        _inputs.Dispose();
        Closed?.Invoke();
        Closed = null;
    }

    private FieldInfo? Column(string field, DocValuesType type)
    {
        if (Fields.Find(field) is not { } info || info.DocValuesType == DocValuesType.None) return null;
        if (info.DocValuesType == type) return info;
        throw new InvalidOperationException($"Field {field} has a column of type {info.DocValuesType}, not {type}.");
    }

    private static IndexInput OpenFieldInfos(IndexDirectory directory, SegmentCommitInfo segment, SegmentInputs inputs)
    {
        if (segment.FieldInfosGeneration >= 0)
            throw new NotSupportedException(
                $"Segment {segment.Info.Name} in {directory.Name} has updated doc values (field infos generation {segment.FieldInfosGeneration}), "
                + "which this engine does not read. Merge the index fully with the program that wrote it.");
        return inputs.Open("", "fnm");
    }
}

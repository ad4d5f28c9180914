using NewsSearch.Lucene.Codecs;
using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.LiveDocs;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Codecs.StoredFields;
using NewsSearch.Lucene.Codecs.TermVectors;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Reading;

/// <summary>One segment of a snapshot: a shared core, and the documents of it that are live there. Thread-safe.</summary>
internal sealed class SegmentReader : IDisposable
{
    private int _disposed;

    /// <summary>Takes over one use of the core, which <see cref="Dispose"/> ends.</summary>
    /// <param name="liveDocs">Null where no document is deleted; the reader never changes it, and nobody else may.</param>
    public SegmentReader(SegmentCore core, SegmentCommitInfo segment, BitSet? liveDocs, int docBase)
    {
        Core = core;
        Segment = segment;
        LiveDocs = liveDocs;
        DocBase = docBase;
    }

    public SegmentCore Core { get; }

    public SegmentCommitInfo Segment { get; }

    /// <summary>The number that document 0 of the segment has in the whole index.</summary>
    public int DocBase { get; }

    public FieldInfoSet Fields => Core.Fields;

    /// <summary>Number of documents, deleted ones included.</summary>
    public int MaxDoc => Segment.Info.DocCount;

    /// <summary>Number of documents that are not deleted.</summary>
    public int NumDocs => MaxDoc - Segment.DeletedCount;

    /// <summary>A set bit for each document that is not deleted; null where none is.</summary>
    public BitSet? LiveDocs { get; }

    public static SegmentReader Open(IndexDirectory directory, SegmentCommitInfo segment, int docBase) =>
        Open(SegmentCore.Open(directory, segment), directory, segment, docBase);

    /// <summary>As above, with a core that is open already; takes over one use of it.</summary>
    public static SegmentReader Open(SegmentCore core, IndexDirectory directory, SegmentCommitInfo segment, int docBase)
    {
        try
        {
            var liveDocs = segment.DeletionGeneration >= 0 ? LiveDocsReader.Read(directory, segment) : null;
            return new SegmentReader(core, segment, liveDocs, docBase);
        }
        catch
        {
            core.Release();
            throw;
        }
    }

    /// <summary>The terms of the field, or null if no document of the segment has any.</summary>
    public Terms? Terms(string field) => Core.Terms?.Terms(field);

    /// <summary>The field's norms, or null if it has none.</summary>
    public NumericDocValues? Norms(string field) =>
        Fields.Find(field) is { HasNorms: true } info ? Core.Norms!.Norms(info) : null;

    /// <summary>The column of integers, or null if no document of the segment has the field.</summary>
    public NumericDocValues? NumericDocValues(string field) =>
        Column(field, DocValuesType.Numeric) is { } info ? Core.DocValues!.Numeric(info) : null;

    /// <summary>The column of bytes, or null if no document of the segment has the field.</summary>
    public BinaryDocValues? BinaryDocValues(string field) =>
        Column(field, DocValuesType.Binary) is { } info ? Core.DocValues!.Binary(info) : null;

    /// <summary>The column of distinct values, or null if no document of the segment has the field.</summary>
    public SortedDocValues? SortedDocValues(string field) =>
        Column(field, DocValuesType.Sorted) is { } info ? Core.DocValues!.Sorted(info) : null;

    /// <summary>The column of sets of values, or null if no document of the segment has the field.</summary>
    public SortedSetDocValues? SortedSetDocValues(string field) =>
        Column(field, DocValuesType.SortedSet) is { } info ? Core.DocValues!.SortedSet(info) : null;

    /// <summary>The documents with a value in the field's column; null means all of them.</summary>
    /// <exception cref="InvalidOperationException">The segment has no column for the field.</exception>
    public BitSet? DocsWithField(string field) =>
        Fields.Find(field) is { DocValuesType: not DocValuesType.None } info
            ? Core.DocValues!.DocsWithField(info)
            : throw new InvalidOperationException($"Segment {Segment.Info.Name} has no column {field}.");

    /// <summary>The stored fields of a document.</summary>
    /// <param name="docId">Its number in this segment.</param>
    /// <param name="wanted">Names of the fields to return; null means all.</param>
    public Document Document(int docId, IReadOnlySet<string>? wanted = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(docId);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(docId, MaxDoc);
        return Core.StoredFields.Read(docId, wanted);
    }

    /// <summary>A cursor over the stored fields of all documents, deleted ones included; each thread needs its own.</summary>
    public StoredFieldsCursor StoredFields() => Core.StoredFields.OpenCursor();

    /// <summary>Verifies the checksums of all files that have one (Lucene 4.8 and later), reading them whole.</summary>
    /// <exception cref="CorruptIndexException">A file is not as it was written.</exception>
    public void CheckIntegrity(CancellationToken cancellationToken) => Core.CheckIntegrity(cancellationToken);

    /// <summary>The terms of a document by field, where the field keeps them; each call decodes them anew.</summary>
    /// <param name="docId">Its number in this segment.</param>
    public IReadOnlyList<TermVector> TermVectors(int docId) => Core.TermVectors?.Read(docId) ?? [];

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0) Core.Release();
    }

    private FieldInfo? Column(string field, DocValuesType type)
    {
        if (Fields.Find(field) is not { } info || info.DocValuesType == DocValuesType.None) return null;
        if (info.DocValuesType == type) return info;
        throw new InvalidOperationException($"Field {field} has a column of type {info.DocValuesType}, not {type}.");
    }
}

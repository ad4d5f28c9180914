using NewsSearch.Lucene.Codecs;
using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Norms;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Codecs.StoredFields;
using NewsSearch.Lucene.Codecs.TermVectors;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Reading;

/// <summary>
/// The files of a segment, open: all of it that never changes, which is everything but its deletions. Snapshots share it
/// and count their use; the last to release it closes the files. Thread-safe.
/// </summary>
internal sealed class SegmentCore
{
    private readonly SegmentInputs _inputs;
    private readonly Action? _closed;
    private int _users = 1;

    private SegmentCore(IndexDirectory directory, SegmentCommitInfo segment, SegmentInputs inputs, Action? closed)
    {
        _inputs = inputs;
        Info = segment.Info;
        Fields = FieldInfosReader.Read(OpenFieldInfos(directory, segment, inputs));
        if (Fields.Any(field => field.IsIndexed)) Terms = new TermsReader(inputs, Fields);
        if (Fields.Any(field => field.HasNorms)) Norms = new NormsReader(inputs, Fields);
        if (Fields.Any(field => field.DocValuesType != DocValuesType.None)) DocValues = new DocValuesReader(inputs, Fields);
        StoredFields = new StoredFieldsReader(inputs, Fields);
        if (Fields.Any(field => field.HasVectors)) TermVectors = new TermVectorsReader(inputs, Fields);
        _closed = closed;
    }

    /// <summary>Called once the files are closed: what was computed from them is of no more use.</summary>
    public event Action? Closed;

    public SegmentInfo Info { get; }

    public FieldInfoSet Fields { get; }

    /// <summary>Null if no field is indexed.</summary>
    public TermsReader? Terms { get; }

    /// <summary>Null if no field has norms.</summary>
    public NormsReader? Norms { get; }

    /// <summary>Null if no field has a column.</summary>
    public DocValuesReader? DocValues { get; }

    public StoredFieldsReader StoredFields { get; }

    /// <summary>Null if no field keeps the terms of its documents.</summary>
    public TermVectorsReader? TermVectors { get; }

    /// <summary>Opens the files; the caller is the first user.</summary>
    /// <param name="closed">Called once, after the last user has gone and the files are closed.</param>
    public static SegmentCore Open(IndexDirectory directory, SegmentCommitInfo segment, Action? closed = null)
    {
        var inputs = new SegmentInputs(directory, segment.Info);
        try
        {
            return new SegmentCore(directory, segment, inputs, closed);
        }
        catch
        {
            inputs.Dispose();
            throw;
        }
    }

    /// <summary>Verifies the checksums of all files that have one (Lucene 4.8 and later), reading them whole.</summary>
    /// <exception cref="CorruptIndexException">A file is not as it was written.</exception>
    public void CheckIntegrity(CancellationToken cancellationToken)
    {
        foreach (var file in _inputs.OpenFiles.Where(CodecFile.HasFooter))
        {
            cancellationToken.ThrowIfCancellationRequested();
            CodecFile.VerifyChecksum(file, cancellationToken);
            file.LetGoOfPages();
        }
    }

    /// <summary>As <see cref="FileMemory.LetGoOfPages"/>, for all files.</summary>
    public void LetGoOfPages()
    {
        foreach (var file in _inputs.OpenFiles) file.LetGoOfPages();
    }

    /// <summary>
    /// Whether the core is of that very segment and not of one that got the same name in another life of the index.
    /// </summary>
    public bool IsOf(SegmentInfo info) =>
        Info.Name == info.Name && Info.DocCount == info.DocCount && Info.Files.SequenceEqual(info.Files)
        && Info.Diagnostics.Count == info.Diagnostics.Count && !Info.Diagnostics.Except(info.Diagnostics).Any();

    /// <summary>Counts one user more, unless the last one has gone: then false.</summary>
    public bool TryAcquire()
    {
        while (true)
        {
            var users = Volatile.Read(ref _users);
            if (users == 0) return false;
            if (Interlocked.CompareExchange(ref _users, users + 1, users) == users) return true;
        }
    }

    /// <summary>Ends one use.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _users) != 0) return;
        _inputs.Dispose();
        _closed?.Invoke();
        Closed?.Invoke();
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

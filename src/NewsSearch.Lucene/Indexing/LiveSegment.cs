using NewsSearch.Lucene.Codecs;
using NewsSearch.Lucene.Codecs.LiveDocs;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Indexing.Merging;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Indexing;

/// <summary>
/// A segment of the writer, with the deletions it has in memory. Changed only under the writer's snapshot gate; the set of
/// live documents is replaced, never changed, because readers share it.
/// </summary>
internal sealed class LiveSegment
{
    private readonly IndexDirectory _directory;
    private readonly IndexFileDeleter _files;
    private readonly long _bytes;
    private SegmentCommitInfo _saved;
    private List<string> _savedFiles;
    private SegmentCore? _core;
    private BitSet? _liveDocs;
    private bool _isLoaded;
    private bool _hasUnsavedDeletes;

    /// <param name="saved">The segment as it is on disk.</param>
    /// <param name="sequence">The last change that its documents and deletions include.</param>
    public LiveSegment(IndexDirectory directory, IndexFileDeleter files, SegmentCommitInfo saved, long sequence)
    {
        _directory = directory;
        _files = files;
        _saved = saved;
        _savedFiles = [.. saved.AllFiles()];
        _isLoaded = saved.DeletionGeneration < 0;
        DeletedCount = saved.DeletedCount;
        Applied = FrozenAt = sequence;
        files.Acquire(_savedFiles);
        _bytes = Info.Files.Sum(directory.FileLength);
    }

    public SegmentInfo Info => _saved.Info;

    /// <summary>All its documents have sequence numbers up to this one.</summary>
    public long FrozenAt { get; }

    /// <summary>Deletions up to this sequence number have been applied.</summary>
    public long Applied { get; set; }

    /// <summary>Whether it can be opened for a merge: doc values that were updated are not read.</summary>
    public bool IsReadable => _saved.FieldInfosGeneration < 0;

    public int DeletedCount { get; private set; }

    public int LiveCount => Info.DocCount - DeletedCount;

    /// <summary>A set bit for each document that is not deleted; null where none is.</summary>
    public BitSet? LiveDocs
    {
        get
        {
            if (_isLoaded) return _liveDocs;
            _liveDocs = LiveDocsReader.Read(_directory, _saved);
            _isLoaded = true;
            return _liveDocs;
        }
    }

    /// <summary>The open files; they stay open until <see cref="Release"/>.</summary>
    public SegmentCore Core => _core ??= OpenCore();

    /// <summary>What a merge policy looks at. From any thread.</summary>
    public SegmentSize Size(bool isMerging) => new(Info.Name, _bytes, Info.DocCount, DeletedCount, isMerging);

    /// <summary>A reader of the present state; whoever asks disposes it.</summary>
    public SegmentReader OpenReader(int docBase)
    {
        var liveDocs = LiveDocs;
        var core = Core;
        core.TryAcquire();
        return new SegmentReader(core, Copy(_saved.DeletionGeneration, DeletedCount), liveDocs, docBase);
    }

    /// <summary>As <see cref="OpenReader"/>, with files opened for this reader alone: it may let go of their pages, which searches hold on to.</summary>
    public SegmentReader OpenReaderOfItsOwn()
    {
        var liveDocs = LiveDocs;
        return new SegmentReader(OpenCore(), Copy(_saved.DeletionGeneration, DeletedCount), liveDocs, docBase: 0);
    }

    /// <summary>Takes over a new set of live documents.</summary>
    public void Replace(BitSet liveDocs)
    {
        _liveDocs = liveDocs;
        _isLoaded = true;
        DeletedCount = Info.DocCount - liveDocs.Count();
        _hasUnsavedDeletes = true;
    }

    /// <summary>Writes what deletions are in memory only as the segment's next deletion generation.</summary>
    /// <returns>The segment as a commit lists it.</returns>
    public SegmentCommitInfo Save()
    {
        if (!_hasUnsavedDeletes) return _saved;
        var saved = Copy(Math.Max(1, _saved.DeletionGeneration + 1), DeletedCount);
        LiveDocsWriter.Write(_directory, saved, _liveDocs!);
        var files = saved.AllFiles().ToList();
        _files.Acquire(files);
        _files.Release(_savedFiles);
        (_saved, _savedFiles, _hasUnsavedDeletes) = (saved, files, false);
        return saved;
    }

    /// <summary>Lets go of the files: those that no commit and no reader needs are deleted.</summary>
    public void Release()
    {
        _core?.Release();
        _core = null;
        _files.Release(_savedFiles);
    }

    private SegmentCore OpenCore()
    {
        var files = Info.Files;
        _files.Acquire(files);
        try
        {
            return SegmentCore.Open(_directory, _saved, () => _files.Release(files));
        }
        catch
        {
            _files.Release(files);
            throw;
        }
    }

    private SegmentCommitInfo Copy(long deletionGeneration, int deletedCount) => new(Info)
    {
        DeletionGeneration = deletionGeneration,
        DeletedCount = deletedCount,
        FieldInfosGeneration = _saved.FieldInfosGeneration,
        UpdateFiles = _saved.UpdateFiles,
    };
}

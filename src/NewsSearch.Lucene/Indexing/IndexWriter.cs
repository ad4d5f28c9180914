using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Codecs;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Indexing;

/// <summary>
/// Adds, replaces and deletes documents. Readers see nothing of it until <see cref="Commit"/>, which is all or nothing and
/// survives a power loss once it has returned.
/// </summary>
/// <remarks>
/// One writer per index, guarded by the lock file write.lock. Thread-safe; calls wait for each other. After an
/// <see cref="IOException"/> (a full disk, say) the writer refuses further work: dispose it, mend the cause and open another;
/// the last commit is intact. Disposing discards what was not committed.
/// </remarks>
public sealed class IndexWriter : IDisposable
{
    private readonly Lock _gate = new();
    private readonly IndexDirectory _directory;
    private readonly Analyzer _analyzer;
    private readonly IndexWriterOptions _options;
    private readonly IDisposable _writeLock;
    private readonly PendingDeletes _deletes = new();

    /// <summary>The segments as of the last commit: what a rollback returns to, and whose files must stay.</summary>
    private SegmentInfos _committed;

    /// <summary>The segments as they will be committed next.</summary>
    private List<SegmentCommitInfo> _segments;

    private SegmentBuffer? _buffer;
    private int _counter;
    private SegmentInfos? _prepared;
    private bool _hasChanges;
    private Exception? _failure;
    private bool _isDisposed;

    private IndexWriter(IndexDirectory directory, Analyzer analyzer, IndexWriterOptions options, IDisposable writeLock)
    {
        _directory = directory;
        _analyzer = analyzer;
        _options = options;
        _writeLock = writeLock;
        _committed = SegmentInfosReader.ReadLatestOrNone(directory) ?? new SegmentInfos();
        _segments = [.. _committed.Segments.Select(Copy)];
        _counter = _committed.Counter;
        _hasChanges = _committed.Generation == 0;
        // A writer that was killed leaves files that no commit lists.
        IndexFiles.DeleteUnused(directory, _committed, []);
    }

    /// <summary>Documents in the index and in memory, deleted ones included as long as their segment has them.</summary>
    public int MaxDoc
    {
        get
        {
            lock (_gate) return _segments.Sum(segment => segment.Info.DocCount) + (_buffer?.DocCount ?? 0);
        }
    }

    /// <summary>Opens the index in the directory, or begins one where there is none.</summary>
    /// <exception cref="LockHeldException">Another writer has it open.</exception>
    /// <exception cref="CorruptIndexException">The newest commit can't be read.</exception>
    public static IndexWriter Open(IndexDirectory directory, Analyzer analyzer, IndexWriterOptions? options = null)
    {
        var writeLock = directory.ObtainLock(IndexFiles.LockFile);
        try
        {
            return new IndexWriter(directory, analyzer, options ?? new IndexWriterOptions(), writeLock);
        }
        catch
        {
            writeLock.Dispose();
            throw;
        }
    }

    /// <summary>Adds a document.</summary>
    /// <exception cref="ArgumentException">The document can't be indexed; nothing of it is. The message names the field.</exception>
    public void Add(Document document)
    {
        lock (_gate)
        {
            EnsureUsable();
            AddToBuffer(document);
        }
    }

    /// <summary>Deletes the documents with the term, then adds the document; readers see both or neither.</summary>
    /// <exception cref="ArgumentException">The document can't be indexed; then nothing is deleted either.</exception>
    public void Update(Term term, Document document)
    {
        lock (_gate)
        {
            EnsureUsable();
            var before = _buffer?.DocCount ?? 0;
            var bufferBefore = _buffer;
            AddToBuffer(document, beforeFlush: () => _deletes.Add(term, ReferenceEquals(bufferBefore, _buffer) ? before : 0));
        }
    }

    /// <summary>Deletes the documents that hold the term.</summary>
    public void Delete(Term term)
    {
        lock (_gate)
        {
            EnsureUsable();
            _deletes.Add(term, _buffer?.DocCount ?? 0);
            _hasChanges = true;
        }
    }

    /// <summary>Makes all changes so far visible to readers that open from now on, and durable.</summary>
    /// <param name="userData">Notes kept with the commit; null keeps those of the last one.</param>
    public void Commit(IReadOnlyDictionary<string, string>? userData = null)
    {
        lock (_gate)
        {
            PrepareCommit(userData);
            FinishCommit();
        }
    }

    /// <summary>
    /// First step of a commit: everything is on disk, and the commit itself is written but not yet the newest. Call
    /// <see cref="Commit"/> or <see cref="FinishCommit"/> to finish; <see cref="Dispose"/> takes it back.
    /// </summary>
    public void PrepareCommit(IReadOnlyDictionary<string, string>? userData = null)
    {
        lock (_gate)
        {
            EnsureUsable();
            if (_prepared is not null) return;
            Guard(() =>
            {
                Flush();
                if (_hasChanges || userData is not null) Prepare(userData);
            });
        }
    }

    /// <summary>Second step of a commit: makes what was prepared the newest commit.</summary>
    public void FinishCommit()
    {
        lock (_gate)
        {
            EnsureUsable();
            if (_prepared is not { } commit) return;
            Guard(() => SegmentInfosWriter.Finish(_directory, commit));
            _prepared = null;
            _committed = commit;
            _segments = [.. _segments.Select(Copy)];
            IndexFiles.DeleteUnused(_directory, _committed, _segments);
        }
    }

    /// <summary>Discards what was not committed, removes its files and lets go of the index.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isDisposed) return;
            _isDisposed = true;
            try
            {
                DiscardUncommitted();
            }
            finally
            {
                _writeLock.Dispose();
            }
        }
    }

    private static SegmentCommitInfo Copy(SegmentCommitInfo segment) => new(segment.Info)
    {
        DeletionGeneration = segment.DeletionGeneration,
        DeletedCount = segment.DeletedCount,
        FieldInfosGeneration = segment.FieldInfosGeneration,
        UpdateFiles = segment.UpdateFiles,
    };

    private void AddToBuffer(Document document, Action? beforeFlush = null)
    {
        if (_prepared is not null) throw new InvalidOperationException("A commit is prepared; finish it before adding documents.");
        _buffer ??= Guard(() => new SegmentBuffer(_directory, _analyzer, "_" + IndexFileNames.ToBase36(_counter++)));
        Guard(() => _buffer.Add(document));
        _hasChanges = true;
        beforeFlush?.Invoke();
        if (_buffer.AllocatedBytes + _deletes.AllocatedBytes >= _options.BufferBytes) Guard(Flush);
    }

    private void Flush()
    {
        var deletes = _deletes.InOrder();
        // Deletions reach every older segment first: the new one has documents that came after them.
        if (deletes.Count > 0)
        {
            foreach (var segment in _segments) SegmentDeletes.Apply(_directory, segment, deletes);
            _segments.RemoveAll(segment => segment.DeletedCount == segment.Info.DocCount);
        }

        if (_buffer is not null)
        {
            foreach (var (field, term, docIdLimit) in deletes) _buffer.Delete(field, term, docIdLimit);
            if (_buffer.Flush() is { } flushed) _segments.Add(flushed);
            _buffer.Dispose();
            _buffer = null;
        }

        _deletes.Clear();
    }

    private void Prepare(IReadOnlyDictionary<string, string>? userData)
    {
        var known = new HashSet<string>(_committed.Segments.SelectMany(IndexFiles.Of));
        _directory.Sync(_segments.SelectMany(IndexFiles.Of).Where(file => !known.Contains(file)));
        _directory.SyncNames();
        var commit = new SegmentInfos
        {
            Generation = Math.Max(_committed.Generation, Math.Max(0, SegmentInfosReader.LatestGeneration(_directory))) + 1,
            Version = _committed.Version + 1,
            Counter = _counter,
            Segments = _segments,
            UserData = new Dictionary<string, string>(userData ?? _committed.UserData),
        };
        SegmentInfosWriter.Prepare(_directory, commit);
        _prepared = commit;
        _hasChanges = false;
    }

    private void DiscardUncommitted()
    {
        if (_prepared is not null) SegmentInfosWriter.Abandon(_directory, _prepared);
        _buffer?.Dispose();
        if (_committed.Generation > 0)
        {
            IndexFiles.DeleteUnused(_directory, _committed, []);
            return;
        }

        for (var number = 0; number < _counter; number++)
            IndexFiles.DeleteSegment(_directory, "_" + IndexFileNames.ToBase36(number));
    }

    /// <summary>Remembers a failure of the disk: what is in memory may be incomplete, so nothing more may be committed.</summary>
    private void Guard(Action work) => Guard(() =>
    {
        work();
        return true;
    });

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is not ArgumentException)
        {
            _failure = error;
            throw;
        }
    }

    private void EnsureUsable()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_failure is not null)
            throw new InvalidOperationException(
                $"The writer of {_directory.Name} stopped at an earlier failure ({_failure.Message}). The last commit is intact; close this writer, mend the cause and open another.", _failure);
    }
}

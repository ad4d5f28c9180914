using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Codecs;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing.Merging;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Indexing;

/// <summary>
/// Adds, replaces and deletes documents. Readers of the directory see nothing of it until <see cref="Commit"/>, which is
/// all or nothing and survives a power loss once it has returned; <see cref="OpenReader"/> shows it at once.
/// </summary>
/// <remarks>
/// One writer per index, guarded by the lock file write.lock. Thread-safe: threads add side by side, and all changes have
/// one order, that of the sequence numbers which they return. After an <see cref="IOException"/> (a full disk, say) the
/// writer refuses further work: dispose it, mend the cause and open another; the last commit is intact. Disposing discards
/// what was not committed.
/// </remarks>
public sealed class IndexWriter : IDisposable
{
    /// <summary>Held by whoever cuts the order of changes: a snapshot, a commit, a rollback. Never held while documents are added.</summary>
    private readonly object _snapshotGate = new();

    private readonly IndexDirectory _directory;
    private readonly IDisposable _writeLock;
    private readonly IndexFileDeleter _files;
    private readonly CommitPoints _commits;
    private readonly LiveSegments _segments;
    private readonly DocumentBuffers _buffers;
    private readonly MergeScheduler _merges;

    /// <summary>The last change that the newest commit, or the prepared one, includes.</summary>
    private long _committedSequence;

    private bool _isDisposed;

    private IndexWriter(IndexDirectory directory, Analyzer analyzer, IndexWriterOptions options, IDisposable writeLock)
    {
        _directory = directory;
        _writeLock = writeLock;
        _files = new IndexFileDeleter(directory);
        _commits = new CommitPoints(directory, _files);
        _segments = new LiveSegments(directory, _files, _commits.Committed);
        _buffers = new DocumentBuffers(directory, analyzer, options, _segments);
        _merges = new MergeScheduler(directory, _segments, _buffers, _snapshotGate, options);
        _buffers.Flushed = () =>
        {
            _merges.Look();
            _merges.WaitForRoom();
        };
        // An index that was never committed has to be, even without documents.
        _committedSequence = _commits.Committed.Generation == 0 ? -1 : 0;
    }

    /// <summary>
    /// Documents in the index and in memory, deleted ones included as long as their segment has them. While other threads add,
    /// those of a segment that is just being written may count twice.
    /// </summary>
    public int MaxDoc => _segments.MaxDoc + _buffers.DocCount;

    /// <summary>Whether a commit is prepared and not finished. There is none either where nothing had changed.</summary>
    public bool HasPreparedCommit
    {
        get
        {
            lock (_snapshotGate) return _commits.Prepared is not null;
        }
    }

    /// <summary>
    /// Why the last background merge that failed did; null if none has. Nothing is lost by it: the segments stay as they
    /// were, and are tried again after the next commit.
    /// </summary>
    public Exception? LastMergeFailure => _merges.LastFailure;

    /// <summary>Opens the index in the directory, or begins one where there is none.</summary>
    /// <exception cref="LockHeldException">Another writer has it open; the message says who.</exception>
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
    /// <returns>Its place in the order of all changes.</returns>
    /// <exception cref="ArgumentException">The document can't be indexed; nothing of it is. The message names the field.</exception>
    public long Add(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var sequence = _buffers.Add(document, replaced: null);
        ApplyManyDeletes();
        return sequence;
    }

    /// <summary>Deletes the documents with the term that came before, then adds the document; readers see both or neither.</summary>
    /// <returns>Its place in the order of all changes: of two updates with one term the document of the greater stays.</returns>
    /// <exception cref="ArgumentException">The document can't be indexed; then nothing is deleted either.</exception>
    public long Update(Term term, Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var sequence = _buffers.Add(document, term);
        ApplyManyDeletes();
        return sequence;
    }

    /// <summary>Deletes the documents that hold the term.</summary>
    /// <returns>Its place in the order of all changes: documents with smaller numbers are hit.</returns>
    public long Delete(Term term)
    {
        var sequence = _buffers.Delete(term);
        ApplyManyDeletes();
        return sequence;
    }

    /// <summary>Deletes all documents that were added before.</summary>
    public void DeleteAll()
    {
        lock (_snapshotGate)
        {
            var cut = _buffers.Cut();
            _merges.Cancel();
            Guard(() =>
            {
                _buffers.Discard(cut);
                _segments.RemoveUpTo(cut.Sequence);
                _buffers.CountChange();
                _buffers.ForgetAppliedDeletes();
            });
        }
    }

    /// <summary>
    /// A snapshot of everything acknowledged so far, without a commit: what it shows may still be lost. Refresh it with <see cref="DirectoryReader.OpenIfChanged"/>,
    /// which shares the segments that stayed the same.
    /// </summary>
    public DirectoryReader OpenReader()
    {
        lock (_snapshotGate)
        {
            var cut = FlushAll();
            return Guard(() => new DirectoryReader(_segments.OpenReaders(cut.Sequence), _commits.Committed, OpenIfChanged));
        }
    }

    /// <summary>
    /// Merges the present segments into a few, which takes time and disk space in proportion to the index, and gives up their deleted documents. Segments with
    /// features that this engine does not write are left as they are. A commit makes the result the index's.
    /// </summary>
    /// <param name="maxSegments">From 1.</param>
    /// <param name="wait">Whether to return when it is done; otherwise it goes on in the background.</param>
    /// <exception cref="IOException">Only when waited for: a merge failed. Nothing is lost, the writer goes on.</exception>
    /// <exception cref="NotSupportedException">Only when waited for: some segments can't be merged; the message says why.</exception>
    /// <exception cref="OperationCanceledException">Only when waited for: the writer was closed, rolled back or emptied meanwhile.</exception>
    public void ForceMerge(int maxSegments = 1, bool wait = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSegments, 1);
        ForcedMerge forced;
        lock (_snapshotGate)
        {
            FlushAll();
            forced = _merges.Force(maxSegments);
        }

        if (wait) _merges.Wait(forced);
    }

    /// <summary>Returns when no merge runs or is due.</summary>
    public void WaitForMerges() => _merges.WaitForAll();

    /// <summary>Makes all changes so far visible to readers that open from now on, and durable.</summary>
    /// <param name="userData">Notes kept with the commit; null keeps those of the last one.</param>
    public void Commit(IReadOnlyDictionary<string, string>? userData = null)
    {
        lock (_snapshotGate)
        {
            if (_commits.Prepared is not null) FinishCommit();
            PrepareCommit(userData);
            FinishCommit();
        }
    }

    /// <summary>
    /// First step of a commit: everything is on disk, and the commit itself is written but not yet the newest. Call
    /// <see cref="Commit"/> or <see cref="FinishCommit"/> to finish; <see cref="Rollback"/> or <see cref="Dispose"/> takes
    /// it back. Changes made meanwhile belong to the next commit.
    /// </summary>
    public void PrepareCommit(IReadOnlyDictionary<string, string>? userData = null)
    {
        lock (_snapshotGate)
        {
            _buffers.EnsureUsable();
            if (_commits.Prepared is not null) return;
            var cut = FlushAll();
            if (cut.Sequence == _committedSequence && userData is null) return;
            Guard(() => _commits.Prepare([.. _segments.UpTo(cut.Sequence).Select(segment => segment.Save())], _segments.Counter, userData));
            _committedSequence = cut.Sequence;
        }
    }

    /// <summary>Second step of a commit: makes what was prepared the newest commit.</summary>
    public void FinishCommit()
    {
        lock (_snapshotGate)
        {
            _buffers.EnsureUsable();
            if (_commits.Prepared is null) return;
            Guard(_commits.Finish);
            _merges.LookAgain();
        }
    }

    /// <summary>Discards all changes since the last commit, a prepared commit included; the writer goes on from there.</summary>
    public void Rollback()
    {
        lock (_snapshotGate)
        {
            var cut = _buffers.Cut();
            _merges.Cancel();
            Guard(() =>
            {
                _buffers.Discard(cut);
                _commits.Abandon();
                _segments.RemoveUpTo(cut.Sequence);
                _committedSequence = _commits.Committed.Generation == 0 ? -1 : cut.Sequence;
                _segments.Reset(_commits.Committed, cut.Sequence);
                _buffers.ForgetAppliedDeletes();
            });
        }
    }

    /// <summary>Discards what was not committed, removes its files and lets go of the index. Readers that came from the writer go on.</summary>
    public void Dispose()
    {
        _merges.Stop();
        lock (_snapshotGate)
        {
            if (_isDisposed) return;
            _isDisposed = true;
            try
            {
                _buffers.Close();
                _commits.Abandon();
                _files.Close();
                _segments.RemoveUpTo(long.MaxValue);
                DeleteUncommitted();
            }
            finally
            {
                _writeLock.Dispose();
            }
        }
    }

    private DirectoryReader? OpenIfChanged(DirectoryReader old)
    {
        var reader = OpenReader();
        if (!reader.HasSameContent(old)) return reader;
        reader.Dispose();
        return null;
    }

    /// <summary>Brings all changes up to now to disk and into the segments.</summary>
    private WriterCut FlushAll()
    {
        var cut = _buffers.Cut();
        Guard(() =>
        {
            _buffers.Flush(cut);
            _segments.Apply(cut.Deletes, cut.Sequence);
            _buffers.ForgetAppliedDeletes();
        });
        if (cut.Tickets.Count > 0) _merges.Look();
        return cut;
    }

    private void ApplyManyDeletes()
    {
        // Whoever has the gate is about to apply them.
        if (!_buffers.HasManyDeletes || !Monitor.TryEnter(_snapshotGate)) return;
        try
        {
            if (_buffers.HasManyDeletes) FlushAll();
        }
        finally
        {
            Monitor.Exit(_snapshotGate);
        }
    }

    private void DeleteUncommitted()
    {
        if (_commits.Committed.Generation > 0)
        {
            IndexFiles.DeleteUnused(_directory, _commits.Committed);
            return;
        }

        for (var number = 0; number < _segments.Counter; number++)
            IndexFiles.DeleteSegment(_directory, "_" + IndexFileNames.ToBase36(number));
    }

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
        catch (Exception error)
        {
            _buffers.Fail(error);
            throw;
        }
    }
}

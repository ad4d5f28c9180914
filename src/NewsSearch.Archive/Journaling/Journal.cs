using NewsSearch.Lucene.Store;

namespace NewsSearch.Archive.Journaling;

/// <summary>
/// The writes that the index has not committed yet, on disk. Writes that arrive while the disk is busy become one group:
/// however many callers wait, each group costs one sync.
/// </summary>
/// <remarks>
/// Thread-safe. There is a file only while there are writes in it: the first one after a commit begins a file, and
/// <see cref="Trim"/> removes it. After a failure of the disk the journal refuses further writes.
/// </remarks>
internal sealed class Journal : IDisposable
{
    /// <summary>A group that has this many bytes takes no more writes.</summary>
    private const int FullGroup = 4 << 20;

    /// <summary>Callers that come faster than the disk writes wait when this many bytes do.</summary>
    private const int MostWaiting = 64 << 20;

    private readonly Lock _fileGate = new();
    private readonly object _gate = new();
    private readonly IndexDirectory _directory;
    private readonly Queue<JournalGroup> _waiting = new();
    private JournalFile? _file;
    private JournalGroup? _open;
    private long _waitingBytes;
    private long _lastSequence;
    private bool _isWriting;
    private IOException? _failure;

    private Journal(IndexDirectory directory, long committed)
    {
        _directory = directory;
        _lastSequence = committed;
    }

    /// <summary>Sequence number of the last write, durable or not.</summary>
    public long LastSequence
    {
        get
        {
            lock (_gate) return _lastSequence;
        }
    }

    /// <summary>What was found when the journal was opened.</summary>
    public JournalRecovery Recovery { get; private set; }

    /// <summary>Number of groups written and synced.</summary>
    internal long GroupCount { get; private set; }

    /// <summary>Opens the journal in the directory and replays what the newest commit doesn't hold.</summary>
    /// <param name="directory">The index; the caller holds its write lock.</param>
    /// <param name="committed">Sequence number of the last write that the commit holds.</param>
    /// <param name="replay">Called for each write after that, in order.</param>
    /// <exception cref="CorruptIndexException">A write that was acknowledged is broken or missing.</exception>
    public static Journal Open(IndexDirectory directory, long committed, Action<JournalRecord> replay)
    {
        var journal = new Journal(directory, committed);
        try
        {
            journal.Recover(committed, replay);
            return journal;
        }
        catch
        {
            journal._file?.Dispose();
            throw;
        }
    }

    /// <summary>Numbers the write and has it written; the order of calls is the order of numbers.</summary>
    /// <param name="record">The write, encoded.</param>
    /// <returns>A task that completes when the write is on disk, and fails if it may not be.</returns>
    public Task Append(ReadOnlySpan<byte> record)
    {
        lock (_gate)
        {
            while (_waitingBytes >= MostWaiting && _failure is null) Monitor.Wait(_gate);
            EnsureUsable();
            if (_open is null || _open.Length >= FullGroup)
            {
                _open = new JournalGroup(_lastSequence + 1);
                _waiting.Enqueue(_open);
            }

            _lastSequence++;
            _open.Add(record);
            _waitingBytes += record.Length;
            if (!_isWriting)
            {
                _isWriting = true;
                _ = Task.Run(WriteWaiting);
            }

            return _open.Durable;
        }
    }

    /// <summary>Returns when every write so far is on disk.</summary>
    /// <exception cref="IOException">The disk failed, now or earlier.</exception>
    public void Drain()
    {
        lock (_gate)
        {
            while (_isWriting) Monitor.Wait(_gate);
            EnsureUsable();
        }
    }

    /// <summary>Removes the writes so far: a commit that holds them all is on disk. The caller lets nobody append meanwhile.</summary>
    public void Trim()
    {
        lock (_fileGate)
        {
            if (_file is null) return;
            _file.Dispose();
            TryDelete(_file.FileName);
            _file = null;
        }
    }

    /// <summary>Waits for the writes under way and marks the end of the file: what stands before the mark is known to be on disk.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            while (_isWriting) Monitor.Wait(_gate);
            _failure ??= new IOException("The journal is closed.");
        }

        lock (_fileGate)
        {
            _file?.TryEnd(_lastSequence + 1);
            _file?.Dispose();
            _file = null;
        }
    }

    private void Recover(long committed, Action<JournalRecord> replay)
    {
        // The process that made the names may have been killed before it synced them; what relies on them comes next.
        _directory.SyncNames();
        foreach (var first in JournalFormat.FilesNewestFirst(_directory))
        {
            // A file begins after the commit that made its predecessor superfluous.
            if (_file is not null || !TryContinue(first, committed, replay)) TryDelete(JournalFormat.FileName(first));
        }
    }

    /// <summary>Replays a file and keeps it open for more, unless nothing in it is needed: then false.</summary>
    private bool TryContinue(long first, long committed, Action<JournalRecord> replay)
    {
        var file = _directory.OpenAppend(JournalFormat.FileName(first));
        try
        {
            var found = JournalReader.ReadAfter(file, first, committed, (sequence, record) => Replay(file, sequence, record, replay));
            Recovery = new JournalRecovery(found.NewCount, Recovery.TornBytes + found.TornBytes);
            if (found.NewCount == 0) return false;
            // What the last process wrote need not be on disk yet, and nothing may follow it before it is.
            if (found.TornBytes > 0) file.Truncate(found.WholeLength);
            file.Sync();
            _lastSequence = found.NextSequence - 1;
            _file = new JournalFile(JournalFormat.FileName(first), file);
            return true;
        }
        finally
        {
            if (_file is null) file.Dispose();
        }
    }

    private static void Replay(AppendFile file, long sequence, JournalRecord record, Action<JournalRecord> replay)
    {
        try
        {
            replay(record);
        }
        catch (ArgumentException error)
        {
            throw new CorruptIndexException(
                file.Name, -1, $"write {sequence}, article {record.Id}, which the index refuses ({error.Message})", "a write that it takes, as it did before", error);
        }
    }

    private void WriteWaiting()
    {
        while (TakeNext() is { } group)
        {
            try
            {
                Write(group);
            }
            catch (Exception error)
            {
                Fail(group, error);
                return;
            }

            group.Complete();
        }
    }

    private JournalGroup? TakeNext()
    {
        lock (_gate)
        {
            if (_waiting.TryDequeue(out var group))
            {
                if (ReferenceEquals(group, _open)) _open = null;
                _waitingBytes -= group.Length - JournalFormat.GroupHeaderLength;
            }
            else
            {
                _isWriting = false;
            }

            Monitor.PulseAll(_gate);
            return group;
        }
    }

    private void Write(JournalGroup group)
    {
        lock (_fileGate)
        {
            _file ??= JournalFile.Begin(_directory, group.FirstSequence);
            _file.Write(group.Close());
            GroupCount++;
        }
    }

    /// <summary>Tells everybody who waits, and takes back what was written in part.</summary>
    private void Fail(JournalGroup group, Exception error)
    {
        lock (_fileGate) _file?.TryCutBack();
        lock (_gate)
        {
            _failure = new IOException(
                $"The journal of {_directory.Name} could not be written ({error.Message}), so this write is not acknowledged and no further one is taken. "
                + "All writes acknowledged earlier are safe. Mend the cause (is the disk full?) and open the index again.", error);
            group.Fail(_failure);
            foreach (var other in _waiting) other.Fail(_failure);
            _waiting.Clear();
            _open = null;
            _isWriting = false;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>A file whose writes are all committed does no harm; the next opening removes it.</summary>
    private void TryDelete(string name)
    {
        try
        {
            _directory.DeleteFile(name);
        }
        catch (IOException)
        {
            // Windows keeps a file that another program reads, a backup say.
        }
    }

    private void EnsureUsable()
    {
        if (_failure is not null) throw new IOException(_failure.Message, _failure);
    }
}

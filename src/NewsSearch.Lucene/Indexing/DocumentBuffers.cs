using System.Runtime.ExceptionServices;
using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Indexing;

/// <summary>
/// The buffers that threads add documents to, side by side, and the one order of all changes: each document gets its
/// sequence number when it is complete, each deletion when it arrives. A deletion hits the documents with smaller numbers, in whatever
/// buffer or segment they are; an update's deletion and document have the same number.
/// </summary>
/// <remarks>
/// Analysis and flushes run outside the gate, which is held for bookkeeping only. Who waits for the gate's state (a free buffer, the end of
/// a flush) uses its monitor; every change of that state wakes all.
/// </remarks>
internal sealed class DocumentBuffers(IndexDirectory directory, Analyzer analyzer, IndexWriterOptions options, LiveSegments segments)
{
    private readonly object _gate = new();
    private readonly List<ThreadBuffer> _buffers = [];
    private readonly List<FlushTicket> _flushing = [];
    private readonly DeleteLog _deletes = new();
    private long _sequence;
    private int _busy;
    private bool _isCutting;
    private bool _isClosed;
    private Exception? _failure;

    /// <summary>Called when a segment was flushed because memory was used up, on the thread that added; it may hold that thread back.</summary>
    public Action Flushed { get; set; } = () => { };

    /// <summary>Documents in buffers and on their way to disk.</summary>
    public int DocCount
    {
        get
        {
            lock (_gate) return _buffers.Sum(buffer => buffer.FinishedDocs) + _flushing.Sum(ticket => ticket.Buffer.FinishedDocs);
        }
    }

    /// <summary>Whether deletions fill so much of the memory that it is time to apply them to the segments.</summary>
    public bool HasManyDeletes
    {
        get
        {
            lock (_gate) return _deletes.AllocatedBytes >= Math.Max(1, options.BufferBytes / 2);
        }
    }

    /// <summary>Adds the document and, if a term is given, deletes those with it that came before.</summary>
    /// <returns>The sequence number.</returns>
    public long Add(Document document, Term? replaced)
    {
        var buffer = CheckOut();
        var isAdded = false;
        try
        {
            buffer.Add(document, analyzer);
            isAdded = true;
        }
        catch (Exception error) when (!IsOfDocument(error))
        {
            Fail(error);
            throw;
        }
        finally
        {
            if (!isAdded) CheckIn(buffer, isAdded: false, replaced: null, out _);
        }

        var sequence = CheckIn(buffer, isAdded: true, replaced, out var full);
        if (full is null) return sequence;
        Flush(full);
        Flushed();
        return sequence;
    }

    /// <summary>Deletes the documents with the term that came before.</summary>
    /// <returns>The sequence number.</returns>
    public long Delete(Term term)
    {
        lock (_gate)
        {
            EnsureUsable();
            _deletes.Add(term, ++_sequence);
            return _sequence;
        }
    }

    /// <summary>The deletions so far that some segment may not have seen, with the last change. Buffers stay as they are.</summary>
    public WriterCut DeletesSoFar()
    {
        lock (_gate) return new WriterCut(_sequence, [], _deletes.After(SeenBySegments()));
    }

    /// <summary>Counts a change that is neither a document nor a deletion.</summary>
    public long CountChange()
    {
        lock (_gate) return ++_sequence;
    }

    /// <summary>
    /// Cuts the order of changes in two: waits for the documents under way, holding new ones back meanwhile, and takes all
    /// buffers out. The caller flushes or discards each of them.
    /// </summary>
    public WriterCut Cut()
    {
        lock (_gate)
        {
            EnsureUsable();
            _isCutting = true;
            try
            {
                while (_busy > 0) Monitor.Wait(_gate);
                EnsureUsable();
                var tickets = new List<FlushTicket>(_buffers.Count);
                var seen = SeenBySegments();
                while (_buffers.Count > 0) tickets.Add(Freeze(_buffers[0]));
                return new WriterCut(_sequence, tickets, _deletes.After(seen));
            }
            finally
            {
                _isCutting = false;
                Monitor.PulseAll(_gate);
            }
        }
    }

    /// <summary>Writes the buffers of the cut to disk, several at once, and waits for all from before it.</summary>
    public void Flush(WriterCut cut)
    {
        var flushes = cut.Tickets.Skip(1).Select(ticket => Task.Run(() => TryFlush(ticket))).ToArray();
        if (cut.Tickets.Count > 0) TryFlush(cut.Tickets[0]);
        Task.WaitAll(flushes);
        lock (_gate)
        {
            while (_flushing.Any(ticket => ticket.FrozenAt <= cut.Sequence)) Monitor.Wait(_gate);
            if (_failure is not null) ExceptionDispatchInfo.Throw(_failure);
        }
    }

    /// <summary>Throws the buffers of the cut away, and waits for those that were being flushed before it.</summary>
    public void Discard(WriterCut cut)
    {
        foreach (var ticket in cut.Tickets)
        {
            try
            {
                ticket.Buffer.Discard();
            }
            catch (IOException error)
            {
                Fail(error);
            }

            Finish(ticket);
        }

        lock (_gate)
        {
            while (_flushing.Any(ticket => ticket.FrozenAt <= cut.Sequence)) Monitor.Wait(_gate);
            EnsureUsable();
        }
    }

    /// <summary>Drops the deletions that every buffer and every segment has seen.</summary>
    public void ForgetAppliedDeletes()
    {
        lock (_gate)
        {
            var seen = Math.Min(_sequence, SeenBySegments());
            foreach (var buffer in _buffers) seen = Math.Min(seen, buffer.FirstSequence);
            _deletes.Forget(seen);
        }
    }

    /// <summary>Remembers a failure of the disk: what is in memory may be incomplete, so nothing more may be committed.</summary>
    public void Fail(Exception error)
    {
        lock (_gate)
        {
            _failure ??= error;
            Monitor.PulseAll(_gate);
        }
    }

    public void EnsureUsable()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, typeof(IndexWriter));
            if (_failure is not null)
                throw new InvalidOperationException(
                    $"The writer of {directory.Name} stopped at an earlier failure ({_failure.Message}). The last commit is intact; close this writer, mend the cause and open another.", _failure);
        }
    }

    /// <summary>Refuses all further work, waits for what is under way and drops the buffers.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            Monitor.PulseAll(_gate);
            while (_busy > 0 || _flushing.Count > 0) Monitor.Wait(_gate);
            foreach (var buffer in _buffers) buffer.Dispose();
            _buffers.Clear();
        }
    }

    /// <summary>Whether a failure is the document's own fault, so that the buffer is still sound without it.</summary>
    private static bool IsOfDocument(Exception error) => error is ArgumentException or InvalidOperationException;

    private ThreadBuffer CheckOut()
    {
        lock (_gate)
        {
            while (true)
            {
                EnsureUsable();
                if (!_isCutting && !IsStalled() && TakeBuffer() is { } buffer)
                {
                    buffer.IsBusy = true;
                    _busy++;
                    return buffer;
                }

                Monitor.Wait(_gate);
            }
        }
    }

    /// <summary>Flushes lag so far behind that adding more would take twice the memory that is allowed.</summary>
    private bool IsStalled() =>
        _flushing.Count > 0 && _buffers.Sum(buffer => buffer.Bytes) + _flushing.Sum(ticket => ticket.Buffer.Bytes) > 2 * options.BufferBytes;

    /// <summary>The buffer that was used last of those that are free, or a new one, or null if all are in use.</summary>
    private ThreadBuffer? TakeBuffer()
    {
        var free = _buffers.FindLastIndex(buffer => !buffer.IsBusy);
        if (free >= 0) return _buffers[free];
        if (_buffers.Count >= Math.Max(1, options.MaxThreadBuffers)) return null;
        _buffers.Add(new ThreadBuffer(directory, segments.NewName()));
        return _buffers[^1];
    }

    private long CheckIn(ThreadBuffer buffer, bool isAdded, Term? replaced, out FlushTicket? full)
    {
        lock (_gate)
        {
            if (isAdded) _sequence++;
            if (isAdded && replaced is { } term) _deletes.Add(term, _sequence);
            buffer.Finish(_sequence);
            buffer.IsBusy = false;
            _busy--;
            // The next document goes where the caches are warm.
            _buffers.Remove(buffer);
            _buffers.Add(buffer);
            full = isAdded && _failure is null ? TakeFull(buffer) : null;
            Monitor.PulseAll(_gate);
            return _sequence;
        }
    }

    /// <summary>Freezes the returned buffer if that was asked for, or the largest one if memory is used up.</summary>
    private FlushTicket? TakeFull(ThreadBuffer returned)
    {
        if (returned.IsFlushWanted) return Freeze(returned);
        var bytes = _deletes.AllocatedBytes;
        ThreadBuffer? largest = null;
        foreach (var buffer in _buffers)
        {
            if (buffer.IsFlushWanted) continue;
            bytes += buffer.Bytes;
            if (largest is null || buffer.Bytes > largest.Bytes) largest = buffer;
        }

        if (bytes < options.BufferBytes || largest is null) return null;
        if (!largest.IsBusy) return Freeze(largest);
        largest.IsFlushWanted = true;
        return null;
    }

    /// <summary>Deletions up to this sequence number have reached every segment, those included that are being flushed.</summary>
    private long SeenBySegments()
    {
        // Flushes first: one adds its segment before it ends, so that none is missed between the two.
        var seen = long.MaxValue;
        foreach (var ticket in _flushing) seen = Math.Min(seen, ticket.FrozenAt);
        return Math.Min(seen, segments.Applied);
    }

    private FlushTicket Freeze(ThreadBuffer buffer)
    {
        _buffers.Remove(buffer);
        var ticket = new FlushTicket(buffer, _deletes.After(buffer.FirstSequence), _sequence);
        _flushing.Add(ticket);
        return ticket;
    }

    private void TryFlush(FlushTicket ticket)
    {
        try
        {
            Flush(ticket);
        }
        catch (Exception)
        {
            // Flush has remembered it; the thread that waits for all of them throws it.
        }
    }

    private void Flush(FlushTicket ticket)
    {
        try
        {
            var segment = ticket.Buffer.Flush(LoggedDelete.InOrder(ticket.Deletes));
            if (segment is not null) segments.Add(segment, ticket.FrozenAt);
        }
        catch (Exception error)
        {
            Fail(error);
            throw;
        }
        finally
        {
            ticket.Buffer.Dispose();
            Finish(ticket);
        }
    }

    private void Finish(FlushTicket ticket)
    {
        lock (_gate)
        {
            _flushing.Remove(ticket);
            Monitor.PulseAll(_gate);
        }
    }
}

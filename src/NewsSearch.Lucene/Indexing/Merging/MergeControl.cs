namespace NewsSearch.Lucene.Indexing.Merging;

/// <summary>How a merge is held back, stopped and watched. One for each merge; another thread may look at it and change the rate.</summary>
/// <param name="bytesPerSecond">How fast to write at most, on average; 0 for as fast as possible.</param>
/// <param name="time">The clock that writing waits by.</param>
/// <param name="cancellationToken">Stops the merge within some thousand postings or documents.</param>
internal sealed class MergeControl(long bytesPerSecond = 0, TimeProvider? time = null, CancellationToken cancellationToken = default)
{
    /// <summary>Shorter pauses are saved up: a timer is no more exact than this.</summary>
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(10);

    /// <summary>So many steps of work pass between two looks at the token.</summary>
    private const int StepsPerCheck = 1024;

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private long _bytesPerSecond = bytesPerSecond;
    private long _start = -1;
    private TimeSpan _paidUntil;
    private long _bytesWritten;
    private long _postings;
    private int _documents;
    private int _steps;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>How fast to write at most, on average; 0 for as fast as possible. A change holds from the next write on.</summary>
    public long BytesPerSecond
    {
        get => Interlocked.Read(ref _bytesPerSecond);
        set => Interlocked.Exchange(ref _bytesPerSecond, value);
    }

    /// <summary>Bytes written so far.</summary>
    public long BytesWritten => Interlocked.Read(ref _bytesWritten);

    /// <summary>Documents whose stored fields are copied so far.</summary>
    public int DocumentCount => Volatile.Read(ref _documents);

    /// <summary>Pairs of term and document copied so far.</summary>
    public long PostingCount => Interlocked.Read(ref _postings);

    /// <summary>Counts documents whose stored fields are copied.</summary>
    public void CountDocuments(int count) => Volatile.Write(ref _documents, _documents + count);

    /// <summary>Counts postings that are copied.</summary>
    public void CountPostings(int count) => Interlocked.Add(ref _postings, count);

    /// <summary>To be called after every small piece of work.</summary>
    /// <exception cref="OperationCanceledException">The merge is to stop.</exception>
    public void Step()
    {
        if (++_steps < StepsPerCheck) return;
        _steps = 0;
        CancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Counts bytes that were written, and waits if that was faster than allowed.</summary>
    /// <exception cref="OperationCanceledException">The merge is to stop; a wait ends at once.</exception>
    public void CountBytes(int count)
    {
        Interlocked.Add(ref _bytesWritten, count);
        CancellationToken.ThrowIfCancellationRequested();
        if (BytesPerSecond is var rate && rate > 0) Pay(TimeSpan.FromSeconds((double)count / rate));
    }

    private void Pay(TimeSpan price)
    {
        if (_start < 0) _start = _time.GetTimestamp();
        var now = _time.GetElapsedTime(_start);
        // Time in which nothing was written is not saved for a burst.
        _paidUntil = (_paidUntil > now ? _paidUntil : now) + price;
        var pause = _paidUntil - now;
        if (pause >= ShortestPause) Task.Delay(pause, _time, CancellationToken).GetAwaiter().GetResult();
    }
}

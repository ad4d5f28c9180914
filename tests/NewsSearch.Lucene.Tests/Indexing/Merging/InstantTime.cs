namespace NewsSearch.Lucene.Tests.Indexing.Merging;

/// <summary>A clock on which every wait is over at once, and has taken as long as asked.</summary>
internal sealed class InstantTime : TimeProvider
{
    private long _now;

    public TimeSpan Elapsed => TimeSpan.FromTicks(_now);

    /// <summary>How often somebody waited.</summary>
    public int WaitCount { get; private set; }

    /// <summary>Done at each wait.</summary>
    public Action<int>? Waiting { get; init; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now;

    public void Pass(TimeSpan time) => _now += time.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        WaitCount++;
        Waiting?.Invoke(WaitCount);
        Pass(dueTime);
        callback(state);
        return new PastTimer();
    }

    private sealed class PastTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
            // Nothing runs.
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

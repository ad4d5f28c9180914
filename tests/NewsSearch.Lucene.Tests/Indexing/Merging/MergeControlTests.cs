using NewsSearch.Lucene.Indexing.Merging;

namespace NewsSearch.Lucene.Tests.Indexing.Merging;

/// <summary>Writing waits as long as the rate asks, not at all without one, and no longer than the token allows.</summary>
public sealed class MergeControlTests
{
    [Fact]
    public void Writing_takes_the_time_of_the_rate()
    {
        var time = new InstantTime();
        var control = new MergeControl(bytesPerSecond: 1 << 20, time);

        for (var i = 0; i < 160; i++) control.CountBytes(1 << 16);

        Assert.Equal(10, time.Elapsed.TotalSeconds, 0.05);
        Assert.Equal(10 << 20, control.BytesWritten);
    }

    [Fact]
    public void Short_pauses_are_saved_up()
    {
        var time = new InstantTime();
        var control = new MergeControl(bytesPerSecond: 1_000_000, time);

        for (var i = 0; i < 1000; i++) control.CountBytes(1000);

        Assert.Equal(100, time.WaitCount);
        Assert.Equal(1, time.Elapsed.TotalSeconds, 0.02);
    }

    [Fact]
    public void Time_without_writing_is_not_saved_for_a_burst()
    {
        var time = new InstantTime();
        var control = new MergeControl(bytesPerSecond: 1000, time);
        control.CountBytes(1000);
        time.Pass(TimeSpan.FromHours(1));

        control.CountBytes(5000);

        Assert.Equal(3600 + 6, time.Elapsed.TotalSeconds, 0.01);
    }

    [Fact]
    public void Without_a_rate_nothing_waits_and_a_rate_set_later_holds()
    {
        var time = new InstantTime();
        var control = new MergeControl(time: time);
        control.CountBytes(1 << 30);
        Assert.Equal(0, time.WaitCount);

        control.BytesPerSecond = 1 << 20;
        control.CountBytes(2 << 20);

        Assert.Equal(2, time.Elapsed.TotalSeconds, 0.01);
    }

    [Fact]
    public void A_cancelled_merge_stops_within_a_thousand_steps_or_at_the_next_write()
    {
        using var cancellation = new CancellationTokenSource();
        var control = new MergeControl(cancellationToken: cancellation.Token);
        for (var i = 0; i < 5000; i++) control.Step();
        cancellation.Cancel();

        Assert.Throws<OperationCanceledException>(() => control.CountBytes(1));
        Assert.Throws<OperationCanceledException>(() =>
        {
            for (var i = 0; i < 1024; i++) control.Step();
        });
    }

    [Fact]
    public void Cancelling_ends_a_wait()
    {
        using var cancellation = new CancellationTokenSource();
        // With the clock of the system the wait would be eleven days.
        var control = new MergeControl(bytesPerSecond: 1, cancellationToken: cancellation.Token);
        var writing = Task.Run(() => control.CountBytes(1_000_000));

        cancellation.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => writing.GetAwaiter().GetResult());
    }
}

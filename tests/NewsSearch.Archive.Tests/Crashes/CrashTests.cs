using NewsSearch.Lucene.Tests.Store;

namespace NewsSearch.Archive.Tests.Crashes;

/// <summary>
/// Whatever was acknowledged is there after a crash, in that version or a later one that was being written; nothing that was
/// deleted is back; the index is whole. A few runs of each kind; README.md beside this file says how to do hundreds.
/// </summary>
public sealed class CrashTests
{
    [SkippableFact]
    public void A_killed_writer_loses_nothing_it_acknowledged()
    {
        Skip.If(OperatingSystem.IsWindows(), "There is no SIGKILL.");
        using var runs = new KillRuns(seed: 5);
        for (var run = 0; run < 10; run++) runs.RunOnce(isJudged: false);
        Assert.True(runs.AcknowledgedCount > 0);
        Assert.True(runs.ReplayCount > 0);
    }

    [SkippableFact]
    public void Java_Lucene_finds_the_index_of_a_killed_writer_whole()
    {
        Skip.If(OperatingSystem.IsWindows(), "There is no SIGKILL.");
        using var runs = new KillRuns(seed: 6);
        runs.RunOnce(isJudged: true);
    }

    [Fact]
    public void A_power_loss_loses_nothing_that_was_acknowledged() => RunAll(CrashKind.LoseUnsynced);

    [Fact]
    public void A_torn_write_loses_nothing_that_was_acknowledged() => RunAll(CrashKind.TearLastWrite);

    [Fact]
    public void A_disk_that_writes_in_any_order_loses_nothing_that_was_acknowledged() => RunAll(CrashKind.Disorder);

    private static void RunAll(CrashKind kind)
    {
        var acknowledged = 0;
        for (var seed = 1; seed <= 50; seed++)
        {
            try
            {
                acknowledged += PowerRun.Run(seed, kind);
            }
            catch (Exception error)
            {
                Assert.Fail($"Seed {seed}: {error}");
            }
        }

        Assert.True(acknowledged > 1000, $"only {acknowledged} writes were acknowledged");
    }
}

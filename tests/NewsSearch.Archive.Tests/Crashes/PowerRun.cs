using NewsSearch.Lucene.Tests.Store;

namespace NewsSearch.Archive.Tests.Crashes;

/// <summary>
/// An index on a simulated disk that lives through several crashes: at a random change the power goes, or the process is
/// killed, while callers write, commit, open or replay.
/// </summary>
internal static class PowerRun
{
    private const int CrashCount = 4;
    private const int CallerCount = 2;
    private const int MostSteps = 40;
    private const int MostChanges = 250;

    /// <summary>Runs it.</summary>
    /// <returns>How many writes were acknowledged.</returns>
    /// <exception cref="CrashFaultException">An acknowledged write is lost, or more is wrong.</exception>
    public static int Run(int seed, CrashKind kind)
    {
        var random = new Random(seed);
        var ledger = new WriteLedger();
        var directory = new UnreliableDirectory();
        for (var crash = 0; crash < CrashCount; crash++)
        {
            // Small numbers meet the opening, with the replay of what the last crash left.
            directory.FailAfter(1 + random.Next(random.Next(3) == 0 ? 12 : MostChanges));
            WriteUntilFailure(directory, ledger, crash * 1_000_000L + 1, random);
            directory = random.Next(4) == 0 ? directory.Restart() : directory.Crash(kind, random);
            var after = directory;
            var copy = after.Restart();
            CrashedIndex.Verify(() => copy, ledger);
        }

        return ledger.AcknowledgedCount;
    }

    private static void WriteUntilFailure(UnreliableDirectory directory, WriteLedger ledger, long firstVersion, Random random)
    {
        try
        {
            using var indexer = ArticleIndexer.Open(directory);
            var callers = Enumerable.Range(0, CallerCount).Select(caller =>
            {
                var writes = new RandomWrites(indexer, ledger, "caller" + caller, firstVersion, new Random(random.Next()));
                var steps = random.Next(MostSteps);
                return Task.Run(() => writes.RunAsync(steps));
            });
            Task.WhenAll(callers.ToArray()).GetAwaiter().GetResult();
        }
        catch (Exception error) when (directory.IsOff && error is IOException or InvalidOperationException)
        {
            // The power is gone, as it should be.
        }
    }
}

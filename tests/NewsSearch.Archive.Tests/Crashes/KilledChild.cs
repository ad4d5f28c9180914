using System.Diagnostics;
using System.Globalization;

namespace NewsSearch.Archive.Tests.Crashes;

/// <summary>A process that writes to an index until it is killed with SIGKILL.</summary>
internal static class KilledChild
{
    /// <summary>The first argument with which <see cref="CrashProgram"/> is the child.</summary>
    public const string Command = "child";

    private const int CallerCount = 4;

    /// <summary>The child itself: returns only if nobody kills it.</summary>
    public static async Task WriteAsync(string folder, int seed, long firstVersion)
    {
        var log = new ConsoleWriteLog();
        log.Say(ConsoleWriteLog.Opening);
        using var indexer = ArticleIndexer.Open(folder);
        log.Say(ConsoleWriteLog.Opened);
        await Task.WhenAll(Enumerable.Range(0, CallerCount).Select(caller =>
        {
            var writes = new RandomWrites(indexer, log, "caller" + caller, firstVersion, new Random(seed + caller));
            return Task.Run(() => writes.RunAsync(5_000));
        }));
    }

    /// <summary>Starts a child and kills it.</summary>
    /// <exception cref="InvalidOperationException">The child ended by itself.</exception>
    public static void RunAndKill(string folder, WriteLedger ledger, long firstVersion, Random random)
    {
        string[] arguments =
        [
            typeof(KilledChild).Assembly.Location, Command, folder, random.Next().ToString(CultureInfo.InvariantCulture), firstVersion.ToString(CultureInfo.InvariantCulture),
        ];
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        using var process = Process.Start(new ProcessStartInfo(host, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var killAt = KillMoment.Draw(random);
        // Lines said between the decision and the death are read as well: each may be an acknowledgement.
        while (process.StandardOutput.ReadLine() is { } line)
        {
            // No line is cut: the child hands each to the pipe in one call, which happens at once or not at all.
            ConsoleWriteLog.Read(line, ledger);
            if (killAt.IsReached(line)) Kill(process, killAt.Delay);
        }

        process.WaitForExit();
        const int killed = 128 + 9;
        if (process.ExitCode != killed) throw new InvalidOperationException($"The child ended by itself with {process.ExitCode}: {errors.GetAwaiter().GetResult()}");
    }

    private static void Kill(Process process, TimeSpan delay)
    {
        // Busy, because a sleep of less than a millisecond takes longer.
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < delay) Thread.SpinWait(10);
        process.Kill();
    }
}

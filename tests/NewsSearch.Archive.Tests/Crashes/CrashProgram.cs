using System.Diagnostics;
using System.Globalization;
using NewsSearch.Lucene.Tests.Store;

namespace NewsSearch.Archive.Tests.Crashes;

/// <summary>The crash tests for as long as one likes; README.md beside this file says how to run it.</summary>
internal static class CrashProgram
{
    public static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case [KilledChild.Command, var folder, var seed, var firstVersion]:
                await KilledChild.WriteAsync(folder, Number(seed), Number(firstVersion));
                return 0;
            case ["kill" or "power" or "torn" or "disorder", ..]:
                return Run(arguments[0], Option(arguments, "--runs", 500), Option(arguments, "--seed", 1), Option(arguments, "--judge-every", 25));
            default:
                await Console.Error.WriteLineAsync("usage: kill|power|torn|disorder [--runs N] [--seed N] [--judge-every N]");
                return 2;
        }
    }

    private static int Run(string mode, int runs, int seed, int runsPerJudgement)
    {
        var watch = Stopwatch.StartNew();
        using var kills = new KillRuns(seed);
        var acknowledged = 0L;
        var faults = 0;
        for (var run = 0; run < runs; run++)
        {
            try
            {
                if (mode == "kill") kills.RunOnce(isJudged: run % runsPerJudgement == 0);
                else acknowledged += PowerRun.Run(seed + run, KindOf(mode));
            }
            catch (SkipException absent)
            {
                Console.WriteLine($"run {run} is not judged by Java: {absent.Message}");
            }
            catch (Exception error)
            {
                faults++;
                Console.WriteLine($"run {run}, seed {seed}: {error}");
            }

            if ((run + 1) % 50 == 0) Console.WriteLine($"{mode}: {run + 1} runs, {faults} faults, {watch.Elapsed.TotalSeconds:N0} s");
        }

        if (mode == "kill") Console.WriteLine($"with writes to replay: {kills.ReplayCount}, with a torn end: {kills.TornCount}");
        Console.WriteLine($"{mode}: {runs} runs, {acknowledged + kills.AcknowledgedCount:N0} acknowledged writes, {faults} faults, {watch.Elapsed.TotalSeconds:N0} s");
        return faults == 0 ? 0 : 1;
    }

    private static CrashKind KindOf(string mode) => mode switch
    {
        "power" => CrashKind.LoseUnsynced,
        "torn" => CrashKind.TearLastWrite,
        _ => CrashKind.Disorder,
    };

    private static int Option(string[] arguments, string name, int otherwise) =>
        Array.IndexOf(arguments, name) is var place and >= 0 && place + 1 < arguments.Length ? Number(arguments[place + 1]) : otherwise;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

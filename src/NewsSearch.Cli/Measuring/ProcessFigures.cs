using System.Diagnostics;

namespace NewsSearch.Cli.Measuring;

/// <summary>What this process has used.</summary>
internal static class ProcessFigures
{
    /// <summary>The most memory that the process has had at any moment, mapped files included.</summary>
    public static long PeakBytes()
    {
        const string Status = "/proc/self/status";
        if (!File.Exists(Status)) return Process.GetCurrentProcess().PeakWorkingSet64;
        var line = File.ReadLines(Status).First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return 1024 * long.Parse(line.AsSpan(line.IndexOf(':') + 1).Trim(" \tkB"));
    }
}

using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;

namespace NewsSearch.Cli.Measuring;

/// <summary>What a figure means nothing without: the machine, the runtime, the corpus.</summary>
internal static class Surroundings
{
    private static string _load = "unknown";

    /// <summary>Notes how busy the machine is before the measuring itself makes it busy.</summary>
    public static void NoteLoad()
    {
        const string Averages = "/proc/loadavg";
        if (File.Exists(Averages)) _load = File.ReadAllText(Averages).Split(' ')[0];
    }

    public static void Print(TextWriter output, string title, params IEnumerable<(string Name, string Value)> further)
    {
        output.WriteLine($"## {title}");
        output.WriteLine();
        output.WriteLine($"- date: {DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC");
        output.WriteLine($"- machine: {Processor()}, {Environment.ProcessorCount} processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:F0} GB; {RuntimeInformation.OSDescription}");
        output.WriteLine($"- load at the start: {_load} (mean of a minute; where it is not near 0 others were using the machine: trust CPU and bytes, not wall times)");
        output.WriteLine($"- runtime: {RuntimeInformation.FrameworkDescription}, {(GCSettings.IsServerGC ? "server" : "workstation")} GC, latency mode {GCSettings.LatencyMode}{Settings()}");
        foreach (var (name, value) in further) output.WriteLine($"- {name}: {value}");
        output.WriteLine();
    }

    private static string Processor()
    {
        const string Info = "/proc/cpuinfo";
        if (!File.Exists(Info)) return RuntimeInformation.ProcessArchitecture.ToString();
        var line = File.ReadLines(Info).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':') + 1)..].Trim();
    }

    private static string Settings()
    {
        var settings = Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => name.StartsWith("DOTNET_GC", StringComparison.Ordinal) || name.StartsWith("DOTNET_T", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return string.Concat(settings.Select(name => $", {name}={Environment.GetEnvironmentVariable(name)}"));
    }
}

using System.Diagnostics;

namespace NewsSearch.Cli;

/// <summary>What an <see cref="IndexRun"/> has done, in figures.</summary>
internal static class IndexSummary
{
    private const double Megabyte = 1_000_000;

    public static void Print(IndexRun run, TextWriter output)
    {
        var seconds = Math.Max(0.001, run.Elapsed.TotalSeconds);
        foreach (var (file, unprinted) in run.Refusals.Shortened)
        {
            output.WriteLine($"{file}: {unprinted:N0} more refused than printed; the complete list is {run.Refusals.LogPath}");
        }
        output.WriteLine($"in          {Figures.Articles(run.ArticleCount)}, {run.TextBytes / Megabyte:N1} MB of text (UTF-8)");
        output.WriteLine($"refused     {run.Refusals.Count:N0}{(run.Refusals.HasLog ? $", listed in {run.Refusals.LogPath}" : "")}");
        output.WriteLine($"time        {seconds:N1} s: {run.ArticleCount / seconds:N0} articles/s, {run.TextBytes / Megabyte / seconds:N2} MB/s");
        output.WriteLine($"index       {run.Directory}, {SizeOf(run.Directory) / Megabyte:N1} MB");
        output.WriteLine($"memory      {PeakMemory() / Megabyte:N0} MB at most");
    }

    private static long SizeOf(string directory) => new DirectoryInfo(directory).EnumerateFiles().Sum(file => file.Length);

    private static long PeakMemory()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }
}

using System.Diagnostics;
using NewsSearch.Benchmarks.Load;
using NewsSearch.Cli.Measuring;

namespace NewsSearch.Benchmarks.Mixed;

/// <summary>How one searching thread fared for a while.</summary>
/// <param name="Name">What went on meanwhile.</param>
/// <param name="Milliseconds">How long each query took.</param>
/// <param name="Pauses">Time for which the garbage collector stopped all threads.</param>
internal sealed record Phase(string Name, float[] Milliseconds, TimeSpan Pauses)
{
    public double P50 => Quantiles.At(Milliseconds, 0.5);

    public double P99 => Quantiles.At(Milliseconds, 0.99);

    /// <summary>Searches for so long, and at least through all queries once.</summary>
    public static Phase Run(string name, ISearchTarget target, MeasuredQuery[] queries, int seconds)
    {
        GC.Collect();
        var milliseconds = new List<float>();
        var pauses = GC.GetTotalPauseDuration();
        var started = Stopwatch.GetTimestamp();
        while (milliseconds.Count < queries.Length || Stopwatch.GetElapsedTime(started).TotalSeconds < seconds)
        {
            var begun = Stopwatch.GetTimestamp();
            target.Search(queries[milliseconds.Count % queries.Length]);
            milliseconds.Add((float)Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return new Phase(name, [.. milliseconds], GC.GetTotalPauseDuration() - pauses);
    }
}

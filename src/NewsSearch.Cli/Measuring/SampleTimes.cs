using System.Globalization;

namespace NewsSearch.Cli.Measuring;

/// <summary>How long each of many queries took, by kind, and what they found in all.</summary>
internal sealed class SampleTimes
{
    private readonly List<double> _all = [];
    private readonly Dictionary<string, List<double>> _byKind = [];
    private long _sum;
    private int _missCount;

    public void Add(string kind, TimeSpan time, long found)
    {
        _all.Add(time.TotalMicroseconds);
        if (!_byKind.TryGetValue(kind, out var ofKind)) _byKind.Add(kind, ofKind = []);
        ofKind.Add(time.TotalMicroseconds);
        _sum += found;
        if (found == 0) _missCount++;
    }

    /// <summary>Adds count, sum and, of all and of each kind, the quantiles and the mean in microseconds.</summary>
    public void Describe(WorkerAnswer answer)
    {
        answer.Add("count", _all.Count).Add("sum", _sum);
        Describe(answer, "", _all);
        if (_byKind.Count < 2) return;
        foreach (var (kind, times) in _byKind)
        {
            answer.Add(kind + ".count", times.Count);
            Describe(answer, kind + ".", times);
        }
    }

    /// <summary>Adds how many found nothing.</summary>
    public void DescribeMisses(WorkerAnswer answer) => answer.Add("none", _missCount);

    private static void Describe(WorkerAnswer answer, string prefix, List<double> times)
    {
        double[] sorted = [.. times];
        if (times.Count == 0) return;
        answer.Add(prefix + "p50", Micros(Quantiles.At(sorted, 0.5)));
        answer.Add(prefix + "p99", Micros(Quantiles.At(sorted, 0.99)));
        answer.Add(prefix + "mean", Micros(sorted.Average()));
    }

    private static string Micros(double value) => value.ToString("F2", CultureInfo.InvariantCulture);
}

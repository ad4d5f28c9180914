namespace NewsSearch.Cli.Measuring;

/// <summary>A table of what the server does under load beside its bare endpoint: medians of the rounds, and of the ratios within rounds.</summary>
internal sealed class HttpReport(IReadOnlyList<Measurement> measurements)
{
    private const double RepeatedGoal = 0.50;
    private const double DistinctGoal = 0.25;

    /// <summary>How many times p50 the p99 may be.</summary>
    private const double SpreadGoal = 10;

    private readonly ILookup<string, Measurement> _byWork = measurements.ToLookup(measured => measured.Work);

    public void Print(TextWriter output)
    {
        var table = new MarkdownTable(
            "(e) HTTP", "connections", "requests/s", "bare, requests/s", "ours / bare", "at least", "p50, µs", "p99, µs", "p99 / p50", "at most", "server CPU, µs", "bare", "rounds");
        AddRows(table, "repeated queries", BenchWorks.HttpRepeated, RepeatedGoal);
        AddRows(table, "distinct queries", BenchWorks.HttpDistinct, DistinctGoal);
        if (!table.IsEmpty) table.Print(output);
    }

    private void AddRows(MarkdownTable table, string title, string work, double goal)
    {
        foreach (var connections in HttpRun.Connections.Where(connections => _byWork[$"{work}-{connections}"].Any()))
        {
            var (ours, bare) = ($"{work}-{connections}", $"{BenchWorks.HttpBare}-{connections}");
            var (ratio, spread) = (Ratio(ours, bare), Median(ours, "p99") / Median(ours, "p50"));
            table.Add(
                title, $"{connections}", $"{Median(ours, "rate"):N0}", $"{Median(bare, "rate"):N0}", Marked(ratio, ratio >= goal, "F2"), $"{goal:F2}",
                $"{Median(ours, "p50"):N0}", $"{Median(ours, "p99"):N0}", Marked(spread, spread < SpreadGoal, "F1"), $"{SpreadGoal:F0}",
                $"{Median(ours, "cpu"):N0}", $"{Median(bare, "cpu"):N0}", $"{_byWork[ours].Count()}");
        }
    }

    private double Median(string work, string value) => Quantiles.Median(_byWork[work].Select(measured => measured.Answer.Number(value)));

    private double Ratio(string ours, string bare) => Quantiles.Median(
        from our in _byWork[ours]
        from other in _byWork[bare]
        where our.Round == other.Round
        select our.Answer.Number("rate") / other.Answer.Number("rate"));

    private static string Marked(double value, bool isReached, string format)
    {
        var text = value.ToString(format, System.Globalization.CultureInfo.InvariantCulture);
        return isReached ? text : $"**{text}**";
    }
}

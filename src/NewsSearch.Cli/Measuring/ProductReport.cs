namespace NewsSearch.Cli.Measuring;

/// <summary>A table of what the product as a whole takes for a reader's text: medians of the rounds, in milliseconds.</summary>
internal sealed class ProductReport(IReadOnlyList<Measurement> measurements)
{
    /// <summary>Milliseconds that the slowest of a hundred quoted texts may take.</summary>
    private const double QuotedGoal = 30;

    private static readonly (string Title, string Work)[] s_hot =
    [
        ("readers' queries: NewsSearch", BenchWorks.Hot), ("readers' queries: SmartCn words, all", BenchWorks.HotAnd),
        ("readers' queries: SmartCn words, any", BenchWorks.HotOr),
    ];

    private readonly ILookup<string, Measurement> _byWork = measurements.ToLookup(measured => measured.Work);

    public void Print(TextWriter output)
    {
        var table = new MarkdownTable("text to answer, ms", "queries", "p50", "p99", "p99 at most", "without a hit", "rounds");
        foreach (var (kind, least, _) in QuotedDraw.Lengths) AddRow(table, $"(d) in quotes, {kind}", BenchWorks.Quoted, kind + ".", least > 1 ? QuotedGoal : null);
        foreach (var (title, work) in s_hot) AddRow(table, title, work, "", null);
        if (!table.IsEmpty) table.Print(output);
    }

    private void AddRow(MarkdownTable table, string title, string work, string prefix, double? goal)
    {
        WorkerAnswer[] answers = [.. _byWork[work].Select(measured => measured.Answer).Where(answer => answer.Has(prefix + "p50"))];
        if (answers.Length == 0) return;
        var most = Milliseconds(answers, prefix + "p99");
        var queries = answers[0].Number(prefix + "count") / answers[0].Number("passes");
        table.Add(
            title, $"{queries:N0}", $"{Milliseconds(answers, prefix + "p50"):F2}", goal is null || most <= goal ? $"{most:F2}" : $"**{most:F2}**",
            goal is null ? "" : $"{goal:F0}", $"{answers[0].Number("none") / answers[0].Number("count"):P1}", $"{answers.Length}");
    }

    private static double Milliseconds(WorkerAnswer[] answers, string value) => Quantiles.Median(answers.Select(answer => answer.Number(value))) / 1000;
}

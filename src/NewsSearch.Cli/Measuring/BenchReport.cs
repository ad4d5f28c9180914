namespace NewsSearch.Cli.Measuring;

/// <summary>Tables of measurements: medians of the rounds, and the median of the ratios within rounds.</summary>
internal sealed class BenchReport(IReadOnlyList<Measurement> measurements, IReadOnlyList<BenchSide> sides)
{
    private static readonly ReportRow[] s_rows =
    [
        new("analysis, MB/s", BenchWorks.Analysis, BenchWorks.Analysis, "seconds", 0.20, answer => Rate(answer)),
        new("index, words only, 1 thread, s", BenchWorks.Index1, BenchWorks.Index1, "seconds", 0.30, Seconds),
        new("index, words only, 2 threads, s", BenchWorks.Index2, BenchWorks.Index2, "seconds", 0.30, Seconds),
        new("index as shipped, 1 thread, s", BenchWorks.Index1 + Measurement.Shipped, BenchWorks.Index1, "seconds", 0.60, Seconds),
        new("index as shipped, 2 threads, s", BenchWorks.Index2 + Measurement.Shipped, BenchWorks.Index2, "seconds", 0.60, Seconds),
        new("index size, words only, MB", BenchWorks.Index1, BenchWorks.Index1, "bytes", 1.05, answer => Megabytes(answer, "bytes")),
        new("index size as shipped, MB", BenchWorks.Index1 + Measurement.Shipped, BenchWorks.Index1, "bytes", null, answer => Megabytes(answer, "bytes")),
        new("peak memory, indexing, 1 thread, MB", BenchWorks.Index1, BenchWorks.Index1, "peak", 0.60, answer => Megabytes(answer, "peak")),
        new("peak memory, indexing as shipped, MB", BenchWorks.Index1 + Measurement.Shipped, BenchWorks.Index1, "peak", null, answer => Megabytes(answer, "peak")),
        new("peak memory, searching, MB", Measurement.Memory, Measurement.Memory, "bytes", 0.60, answer => Megabytes(answer, "bytes")),
        .. Latencies("(a) top 10, total, facets", BenchWorks.Counts, 0.35),
        .. Latencies("(b) top 10", BenchWorks.Top, 0.60),
        .. Latencies("(c) related reading", BenchWorks.Related, 0.25),
        .. Latencies("(d) text anywhere, top 10, total", BenchWorks.Literal, null),
        .. Latencies("(f) ten stored articles", BenchWorks.Fetch, 0.15, 0.60),
    ];

    private readonly ILookup<(string Side, string Work), Measurement> _bySide = measurements.ToLookup(measured => (measured.Side, measured.Work));

    public void Print(TextWriter output)
    {
        BenchSide[] peers = [.. sides.Where(side => !side.IsOurs)];
        var table = new MarkdownTable([
            "work", "NewsSearch", .. peers.SelectMany(peer => (string[])[peer.Title, "ours / it", "at most"]), "rounds",
        ]);
        foreach (var row in s_rows.Where(row => Median(BenchSide.OursName, row.OurWork, row.Value) is not null))
            table.Add([row.Name, Shown(BenchSide.OursName, row.OurWork, row), .. peers.SelectMany(peer => Cells(row, peer.Name)), $"{_bySide[(BenchSide.OursName, row.OurWork)].Count()}"]);
        if (!table.IsEmpty) table.Print(output);
        PrintKinds(output, peers);
    }

    /// <summary>The same latencies by kind of query, which tells where a difference comes from.</summary>
    private void PrintKinds(TextWriter output, BenchSide[] peers)
    {
        var table = new MarkdownTable(["µs p50 / p99", "NewsSearch", .. peers.SelectMany(peer => (string[])[peer.Title, "ours / it"])]);
        foreach (var (work, name) in new[] { (BenchWorks.Counts, "(a)"), (BenchWorks.Top, "(b)") })
        {
            foreach (var kind in BenchQuery.Ranked.Where(kind => Median(BenchSide.OursName, work, kind + ".p50") is not null))
                table.Add([$"{name} {kind}", Both(BenchSide.OursName, work, kind), .. peers.SelectMany(peer => (string[])[Both(peer.Name, work, kind), Ratios(peer.Name, work, kind)])]);
        }

        if (!table.IsEmpty) table.Print(output);
    }

    private string[] Cells(ReportRow row, string peer)
    {
        var ratio = Ratio(row.OurWork, peer, row.PeerWork, row.Value);
        var goal = peer == BenchSide.Lucene8 ? row.Goal : row.GoalOfLucene4;
        var shown = ratio is null ? "" : goal is null || ratio <= goal ? $"{ratio:F2}" : $"**{ratio:F2}**";
        return [Shown(peer, row.PeerWork, row), shown, goal is null ? "" : $"{goal:F2}"];
    }

    private string Both(string side, string work, string kind) =>
        Median(side, work, kind + ".p50") is { } half && Median(side, work, kind + ".p99") is { } most ? $"{half:N0} / {most:N0}" : "";

    private string Ratios(string peer, string work, string kind) =>
        Ratio(work, peer, work, kind + ".p50") is { } half && Ratio(work, peer, work, kind + ".p99") is { } most ? $"{half:F2} / {most:F2}" : "";

    private string Shown(string side, string work, ReportRow row)
    {
        double[] values = [.. _bySide[(side, work)].Select(measured => row.Show(measured.Answer))];
        return values.Length == 0 ? "" : Quantiles.Median(values) is var median && median >= 100 ? $"{median:N0}" : $"{median:F1}";
    }

    private double? Median(string side, string work, string value)
    {
        double[] values = [.. _bySide[(side, work)].Where(measured => measured.Answer.Has(value)).Select(measured => measured.Answer.Number(value))];
        return values.Length == 0 ? null : Quantiles.Median(values);
    }

    private double? Ratio(string ourWork, string peer, string peerWork, string value)
    {
        var theirs = _bySide[(peer, peerWork)].ToLookup(measured => measured.Round);
        double[] ratios =
        [
            .. from our in _bySide[(BenchSide.OursName, ourWork)]
               from their in theirs[our.Round]
               where our.Answer.Has(value) && their.Answer.Has(value)
               select our.Answer.Number(value) / their.Answer.Number(value),
        ];
        return ratios.Length == 0 ? null : Quantiles.Median(ratios);
    }

    private static IEnumerable<ReportRow> Latencies(string name, string work, double? goal, double? goalOfLucene4 = null) =>
        from quantile in (string[])["p50", "p99"]
        select new ReportRow($"{name}: {quantile}, µs", work, work, quantile, goal, answer => answer.Number(quantile), goalOfLucene4);

    private static double Rate(WorkerAnswer answer) => answer.Number("bytes") / 1e6 / answer.Number("seconds");

    private static double Seconds(WorkerAnswer answer) => answer.Number("seconds");

    private static double Megabytes(WorkerAnswer answer, string value) => answer.Number(value) / 1e6;
}

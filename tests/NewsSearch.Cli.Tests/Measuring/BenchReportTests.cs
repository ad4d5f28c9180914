using NewsSearch.Cli.Measuring;

namespace NewsSearch.Cli.Tests.Measuring;

/// <summary>Ratios are taken within rounds, missed goals stand out, and sides that disagree are refused.</summary>
public sealed class BenchReportTests
{
    private static readonly BenchSide[] s_sides =
        [new(BenchSide.OursName, "NewsSearch", "", []), new(BenchSide.Lucene8, "Java Lucene 8.7.0", "", [])];

    [Fact]
    public void The_ratio_is_the_median_of_those_within_the_rounds()
    {
        // The machine was twice as slow in the second round: the ratio of each round is 0.25.
        var page = Print(
            Latency("1", BenchSide.OursName, 100, 400), Latency("1", BenchSide.Lucene8, 400, 800),
            Latency("2", BenchSide.OursName, 200, 800), Latency("2", BenchSide.Lucene8, 800, 1600),
            Latency("3", BenchSide.OursName, 100, 400), Latency("3", BenchSide.Lucene8, 400, 800));

        Assert.Matches(@"\(a\) top 10, total, facets: p50, µs \| +100 \| +400 \| +0\.25 \| +0\.35 \| +3 \|", page);
    }

    [Fact]
    public void A_missed_goal_is_set_in_bold() =>
        Assert.Matches(@"p99, µs \| +400 \| +800 \| +\*\*0\.50\*\* \| +0\.35 \|", Print(Latency("1", BenchSide.OursName, 100, 400), Latency("1", BenchSide.Lucene8, 400, 800)));

    [Fact]
    public void A_round_without_the_peer_gives_no_ratio() =>
        Assert.Matches(@"p50, µs \| +100 \| +400 \| +\| +0\.35 \|", Print(Latency("1", BenchSide.OursName, 100, 400), Latency("2", BenchSide.Lucene8, 400, 800)));

    [Fact]
    public void A_measurement_is_read_as_it_was_written()
    {
        var measured = Latency("7-1", BenchSide.OursName, 12.5, 99);

        Assert.Equal(measured.ToLine(), Measurement.Parse(measured.ToLine()).ToLine());
    }

    [Fact]
    public void Sides_that_found_different_totals_are_refused()
    {
        var answers = new Dictionary<string, WorkerAnswer> { ["ours"] = new WorkerAnswer().Add("sum", 10), ["lucene8"] = new WorkerAnswer().Add("sum", 11) };

        var refusal = Assert.Throws<BenchDisagreementException>(() => Agreement.Require("counts", "sum", answers));

        Assert.Contains("ours 10, lucene8 11", refusal.Message);
    }

    [Fact]
    public void The_first_query_that_found_something_else_is_named()
    {
        BenchQuery[] queries = [new(BenchQuery.Common, ["新闻"]), new(BenchQuery.Phrase, ["大桥", "通车"])];
        var found = new Dictionary<string, string[]> { ["ours"] = ["5\t1/5/a", "2\t1/2/b"], ["lucene8"] = ["5\t1/5/a", "3\t1/3/b"] };

        var refusal = Assert.Throws<BenchDisagreementException>(() => Agreement.RequireSameLines(found, queries));

        Assert.Contains("phrase 大桥 通车", refusal.Message);
    }

    [Fact]
    public void A_side_that_answered_fewer_queries_is_refused()
    {
        BenchQuery[] queries = [new(BenchQuery.Common, ["新闻"]), new(BenchQuery.Common, ["大桥"])];

        Assert.Throws<BenchDisagreementException>(() => Agreement.RequireSameLines(new Dictionary<string, string[]> { ["ours"] = ["5"] }, queries));
        Assert.Throws<BenchDisagreementException>(
            () => Agreement.RequireSameLines(new Dictionary<string, string[]> { ["ours"] = ["5", "6"], ["lucene8"] = ["5"] }, queries));
    }

    [Fact]
    public void A_side_that_found_nothing_is_refused() =>
        Assert.Throws<BenchDisagreementException>(() => Agreement.RequireSome("related", "ours", new WorkerAnswer().Add("count", 100).Add("sum", 3)));

    private static Measurement Latency(string round, string side, double half, double most) =>
        new(round, side, BenchWorks.Counts, new WorkerAnswer().Add("p50", $"{half:F2}").Add("p99", $"{most:F2}"));

    private static string Print(params Measurement[] measurements)
    {
        using var page = new StringWriter();
        new BenchReport(measurements, s_sides).Print(page);
        return page.ToString();
    }
}

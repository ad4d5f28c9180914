using NewsSearch.Archive.Evaluation;
using NewsSearch.Lucene.Tests;

namespace NewsSearch.Archive.Tests.Evaluation;

/// <summary>Both systems get the same questions over the same articles, and what is left out is counted.</summary>
public sealed class EvaluatorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Baseline _baseline;

    public EvaluatorTests()
    {
        var index = Path.Combine(_folder.FullName, "index");
        using (var indexer = ArticleIndexer.Open(index))
        {
            indexer.Add(new Article { Id = "a", Title = "渡轮靠港", Body = "渡轮。", Source = "澜江日报" });
            indexer.Add(new Article { Id = "b", Title = "港口消息", Body = "渡轮靠港，旅客上岸，码头风力三级。", Source = "澜江日报" });
            indexer.Add(new Article { Id = "c", Title = "渡轮渡轮", Body = "渡轮渡轮渡轮。", Source = "云岫晚报" });
            indexer.Add(new Article { Id = "d", Title = "天气预报", Body = "晴转多云。" });
            indexer.Commit();
        }

        _baseline = new BaselineBuilder(index, Path.Combine(_folder.FullName, "baseline")).OpenOrBuild((_, _) => { }, CancellationToken.None);
    }

    public void Dispose()
    {
        _baseline.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Values_are_means_over_queries_and_wins_are_counted()
    {
        var ours = new FixedSearcher(new() { ["渡轮"] = ["b", "a"], ["天气"] = ["a"] });
        var report = await Evaluate(ours, SearchScope.Judged, Query("渡轮", "b"), Query("天气", "d"));

        // Ours: b at rank 1, d not found. The baseline, which has c in all sources: c, a, b and d.
        Assert.Equal([1, 0], report.Queries.Select(query => query.OurValues[1]));
        Assert.Equal([1.0 / 3, 1], report.Queries.Select(query => query.BaselineValues[1]));
        var rank = report.Compare(1)!;
        Assert.Equal((0.5, 2.0 / 3), (rank.Ours, rank.Baseline));
        Assert.Equal((1, 0, 1), (rank.Wins, rank.Ties, rank.Losses));
        Assert.Equal(-1.0 / 6, rank.Difference, 12);
    }

    [Fact]
    public async Task Both_search_where_the_relevant_articles_come_from()
    {
        var ours = new FixedSearcher(new() { ["渡轮"] = ["b"] });
        var report = await Evaluate(ours, SearchScope.Judged, Query("渡轮", "b"));

        Assert.Equal(["澜江日报"], report.Sources);
        Assert.Equal(["澜江日报"], ours.Asked.Single().Sources);
        Assert.Equal(["a", "b"], report.Queries.Single().Baseline);
        Assert.Equal(Evaluator.Depth, ours.Asked.Single().Size);
    }

    [Fact]
    public async Task A_relevant_article_without_a_source_opens_the_whole_archive()
    {
        var ours = new FixedSearcher(new() { ["渡轮"] = ["b"], ["天气"] = ["d"] });
        var report = await Evaluate(ours, SearchScope.Judged, Query("渡轮", "b"), Query("天气", "d"));

        Assert.Empty(report.Sources);
        Assert.All(ours.Asked, query => Assert.Empty(query.Sources));
        Assert.Equal(["c", "a", "b"], report.Queries[0].Baseline);
    }

    [Fact]
    public async Task The_scope_can_be_named_or_be_everything()
    {
        var ours = new FixedSearcher(new() { ["渡轮"] = ["b"] });

        Assert.Equal(["c"], (await Evaluate(ours, new SearchScope(false, ["云岫晚报"]), Query("渡轮", "b"))).Queries.Single().Baseline);
        Assert.Equal(["c", "a", "b"], (await Evaluate(ours, SearchScope.Everything, Query("渡轮", "b"))).Queries.Single().Baseline);
    }

    [Fact]
    public async Task What_the_index_does_not_hold_is_left_out_and_counted()
    {
        var ours = new FixedSearcher(new() { ["渡轮"] = ["a", "b"] });
        var report = await Evaluate(ours, SearchScope.Judged, Query("渡轮", "a", "b", "gone"), Query("没有", "gone", "lost"), new JudgedQuery("x", "x", new Dictionary<string, int> { ["a"] = 0 }));

        Assert.Equal((1, 2, 3), (report.Queries.Count, report.Unanswerable, report.Absent));
        Assert.Equal(1, report.Queries.Single().OurValues[2]);
        Assert.Single(ours.Asked);
    }

    [Fact]
    public async Task A_query_that_our_search_refuses_counts_as_nothing_found()
    {
        var report = await Evaluate(new FixedSearcher([]), SearchScope.Judged, Query("渡轮", "a"));

        Assert.Equal((1, "不懂"), (report.Refused, report.Queries.Single().Refusal));
        Assert.Equal(0, report.Compare(0)!.Ours);
    }

    [Fact]
    public async Task Over_sets_each_set_counts_alike_however_many_queries_it_has()
    {
        var ours = new FixedSearcher(new() { ["渡轮"] = ["b"], ["靠港"] = ["a"], ["天气"] = ["x"] });
        var large = await Evaluate(ours, SearchScope.Judged, Query("渡轮", "b"), Query("靠港", "a"), Query("渡轮", "b"));
        var small = await Evaluate(ours, SearchScope.Judged, Query("天气", "d"));
        var empty = await Evaluate(ours, SearchScope.Judged, Query("没有", "gone"));

        Assert.Equal(0.5, Comparison.OverSets([large, small, empty], 1)!.Ours, 12);
        Assert.Null(empty.Compare(1));
        Assert.Null(Comparison.OverSets([empty], 1));
    }

    private static JudgedQuery Query(string text, params string[] relevant) => new(text, text, relevant.ToDictionary(id => id, _ => 1));

    private Task<SetReport> Evaluate(FixedSearcher ours, SearchScope scope, params JudgedQuery[] queries) =>
        new Evaluator(ours, _baseline).EvaluateAsync(new QuerySet("set", queries), scope, progress: null, CancellationToken.None);
}

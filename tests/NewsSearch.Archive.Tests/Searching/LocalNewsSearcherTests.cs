using System.Globalization;
using NewsSearch.Archive.Searching;
using NewsSearch.Lucene.Tests;

namespace NewsSearch.Archive.Tests.Searching;

/// <summary>Filters, order, counts and pages over an index on disk; related reading without reprints.</summary>
public sealed class LocalNewsSearcherTests : IDisposable
{
    private const string Bridge = "澜江上的双虹桥今天上午正式通车。大桥全长二千三百米，双向六车道，市民冒雨前来观看，两岸车程缩短二十分钟。";

    private readonly TemporaryFolder _folder = new();
    private readonly LocalNewsSearcher _searcher;

    public LocalNewsSearcherTests()
    {
        Index(
            Article("first", "双虹桥今日通车", Bridge, "澜江日报", "新闻频道/国内新闻", new DateTime(2024, 5, 21, 0, 5, 0)),
            Article("reprint", "双虹桥通车了", Bridge + "（来源：澜江日报）", "云岫晚报", "新闻频道/地方新闻", new DateTime(2024, 5, 22, 7, 0, 0)),
            Article("later", "双虹桥通车一月 日均车流四万辆", "双虹桥通车一个月以来，日均车流量达到四万辆，两岸通勤时间缩短，商户说客人多了。", "澜江日报", "财经频道", new DateTime(2024, 6, 20, 9, 0, 0)),
            Article("cotton", "沙泉棉花丰收", "沙泉县今年棉花丰收，采棉机昼夜作业。", "沙泉晨报", "财经频道/农业", new DateTime(2023, 10, 1, 8, 0, 0)),
            new Article { Id = "bare", Title = "短讯", Body = "一句没有来源和日期的短讯。" });
        _searcher = LocalNewsSearcher.Open(_folder.FullName);
    }

    public void Dispose()
    {
        _searcher.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Without_words_all_articles_come_latest_first_and_undated_ones_last() =>
        Assert.Equal(["later", "reprint", "first", "cotton", "bare"], await IdsAsync(new NewsQuery()));

    [Fact]
    public async Task Oldest_first_leaves_undated_ones_last_too() =>
        Assert.Equal(["cotton", "first", "reprint", "later", "bare"], await IdsAsync(new NewsQuery { Sort = NewsSort.Oldest }));

    [Fact]
    public async Task Days_are_those_of_the_publisher_and_both_ends_are_included()
    {
        var day = new DateOnly(2024, 5, 21);
        Assert.Equal(["first"], await IdsAsync(new NewsQuery { From = day, To = day }));
        Assert.Equal(["later", "reprint", "first"], await IdsAsync(new NewsQuery { From = day }));
        Assert.Equal(["cotton"], await IdsAsync(new NewsQuery { To = day.AddDays(-1) }));
    }

    [Fact]
    public async Task A_channel_includes_those_below_it_and_several_sources_are_alternatives()
    {
        Assert.Equal(["later", "cotton"], await IdsAsync(new NewsQuery { Channels = [ChannelPath.Parse("财经频道")] }));
        Assert.Equal(["cotton"], await IdsAsync(new NewsQuery { Channels = [ChannelPath.Parse("财经频道 » 农业")] }));
        Assert.Equal(["reprint", "cotton"], await IdsAsync(new NewsQuery { Sources = ["云岫晚报", "沙泉晨报", "没有这家"] }));
    }

    [Fact]
    public async Task Counts_are_those_of_all_matches_whatever_the_page()
    {
        var result = await _searcher.SearchAsync(new NewsQuery { Text = "双虹桥", Size = 1, Page = 2 }, CancellationToken.None);

        Assert.Equal(3, result.Total);
        Assert.Single(result.Hits);
        Assert.Equal([new("澜江日报", 2), new("云岫晚报", 1)], result.Facets!.Sources);
        Assert.Equal([new("新闻频道", 2), new("新闻频道/国内新闻", 1), new("新闻频道/地方新闻", 1), new("财经频道", 1)], result.Facets.Channels);
        Assert.Equal([new("2024-06", 1), new("2024-05", 2)], result.Facets.Months);
    }

    [Fact]
    public async Task A_page_beyond_the_last_is_empty_and_knows_the_total()
    {
        var result = await _searcher.SearchAsync(new NewsQuery { Page = 7 }, CancellationToken.None);

        Assert.Equal((5, 0), (result.Total, result.Hits.Count));
    }

    [Fact]
    public async Task Related_reading_has_neither_the_article_nor_its_reprints()
    {
        // Words that most articles have tell nothing, so there must be some on other things.
        Index([.. Enumerable.Range(0, 8).Select(i => new Article { Id = $"other-{i}", Title = $"天气预报之{i}", Body = "晴转多云，有微风。" })]);
        using var searcher = LocalNewsSearcher.Open(_folder.FullName);

        var related = await searcher.FindRelatedAsync("first", 10, CancellationToken.None);

        Assert.Equal(["later"], related!.Select(hit => hit.Id));
        Assert.Null(await searcher.FindRelatedAsync("no such id", 10, CancellationToken.None));
    }

    [Fact]
    public async Task An_open_searcher_goes_on_to_a_newer_commit()
    {
        using var searcher = LocalNewsSearcher.Open(_folder.FullName, new LocalSearchOptions { RefreshInterval = TimeSpan.Zero });
        Index(Article("new", "双虹桥夜景", "双虹桥亮灯。", "澜江日报", "新闻频道", new DateTime(2024, 7, 1)));

        Assert.Equal("双虹桥夜景", (await searcher.FindArticleAsync("new", CancellationToken.None))!.Title);
        Assert.Equal("双虹桥今日通车", (await searcher.FindArticleAsync("first", CancellationToken.None))!.Title);
    }

    [Fact]
    public async Task Until_its_interval_has_passed_an_open_searcher_stays_with_its_commit()
    {
        using var searcher = LocalNewsSearcher.Open(_folder.FullName, new LocalSearchOptions { RefreshInterval = TimeSpan.FromDays(1) });
        Index(Article("new", "双虹桥夜景", "双虹桥亮灯。", "澜江日报", "新闻频道", new DateTime(2024, 7, 1)));

        Assert.Null(await searcher.FindArticleAsync("new", CancellationToken.None));
    }

    [Fact]
    public async Task A_newer_commit_that_is_broken_is_told_once_and_the_older_one_goes_on_answering()
    {
        var failures = new List<Exception>();
        using var searcher = LocalNewsSearcher.Open(_folder.FullName, new LocalSearchOptions { RefreshInterval = TimeSpan.Zero, RefreshFailed = failures.Add });
        var newest = Directory.GetFiles(_folder.FullName, "segments_*").Max(file => long.Parse(Path.GetFileName(file)["segments_".Length..], CultureInfo.InvariantCulture));
        File.WriteAllText(Path.Combine(_folder.FullName, $"segments_{newest + 1}"), "no list of segments at all");

        for (var i = 0; i < 3; i++) Assert.NotNull(await searcher.FindArticleAsync("first", CancellationToken.None));

        Assert.Contains($"segments_{newest + 1}", Assert.Single(failures).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_answer_is_of_one_commit_while_others_are_made()
    {
        IndexTides(0);
        using var searcher = LocalNewsSearcher.Open(_folder.FullName, new LocalSearchOptions { RefreshInterval = TimeSpan.Zero });
        using var end = new CancellationTokenSource();
        var asking = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            // A commit replaces both articles at once; a mixture of two commits would find one, or different titles.
            while (!end.IsCancellationRequested)
            {
                var result = await searcher.SearchAsync(new NewsQuery { Text = "潮汐", Sort = NewsSort.Newest }, CancellationToken.None);
                Assert.Single(result.Hits.Select(hit => hit.Title.Text).Distinct());
                Assert.Equal(2, result.Total);
            }
        })).ToList();
        for (var issue = 1; issue <= 20; issue++) IndexTides(issue);
        await end.CancelAsync();
        await Task.WhenAll(asking);
    }

    [Fact]
    public async Task A_searcher_that_was_closed_says_so()
    {
        var closed = LocalNewsSearcher.Open(_folder.FullName);
        closed.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => closed.SearchAsync(new NewsQuery(), CancellationToken.None));
    }

    private static Article Article(string id, string title, string body, string source, string channel, DateTime time) => new()
    {
        Id = id,
        Title = title,
        Body = body,
        Source = source,
        Channel = ChannelPath.Parse(channel),
        PublishedAt = new DateTimeOffset(time, TimeSpan.FromHours(8)),
    };

    private void IndexTides(int issue) => Index(
        new Article { Id = "left", Title = $"潮汐表第{issue}期", Body = "东岸" },
        new Article { Id = "right", Title = $"潮汐表第{issue}期", Body = "西岸" });

    private void Index(params Article[] articles)
    {
        using var indexer = ArticleIndexer.Open(_folder.FullName);
        foreach (var article in articles) indexer.Add(article);
        indexer.Commit();
    }

    private async Task<IEnumerable<string>> IdsAsync(NewsQuery query) =>
        (await _searcher.SearchAsync(query, CancellationToken.None)).Hits.Select(hit => hit.Id);
}

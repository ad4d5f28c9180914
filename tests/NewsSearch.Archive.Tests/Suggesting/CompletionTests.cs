using NewsSearch.Archive.Searching;
using NewsSearch.Archive.Suggesting;
using NewsSearch.Archive.Tests.Querying;
using NewsSearch.Lucene.Tests;

namespace NewsSearch.Archive.Tests.Suggesting;

/// <summary>What a reader types is completed in characters, pinyin, initials and mixtures, from what is in the archive now.</summary>
public sealed class CompletionTests
{
    private static readonly Article[] s_articles =
    [
        SmallArchive.Article("王毅出席论坛", "论坛今天开幕。", "澜江日报", day: "2024-05-01"),
        SmallArchive.Article("王毅会见来宾", "来宾来自各地。", "澜江日报", day: "2024-05-02"),
        SmallArchive.Article("网易发布年报", "年报显示收入增长。", "澜江晚报", day: "2024-05-03"),
        SmallArchive.Article("重庆新桥通车", "两岸车程缩短。", "重庆晨报", day: "2024-05-04"),
        SmallArchive.Article("重庆新桥亮灯", "桥面照明启用。", "重庆晨报", day: "2024-05-05"),
        SmallArchive.Article("女排夺冠", "女排三比零获胜。", day: "2024-05-06"),
        SmallArchive.Article("C919首飞成功", "国产大飞机C919今天首飞。", day: "2024-05-07"),
        SmallArchive.Article("上合组织峰会开幕", "上合组织成员国代表出席。", day: "2024-05-08") with { Keywords = ["上合组织", "外交新闻"] },
    ];

    [Theory]
    [InlineData("王", "王毅 2")]
    [InlineData("王毅", "王毅 2")]
    [InlineData("wang", "王毅 2 网易 1")]
    [InlineData("Wang Y", "王毅 2 网易 1")]
    [InlineData("wangyi", "王毅 2 网易 1")]
    [InlineData("wy", "王毅 2 网易 1")]
    [InlineData("王y", "王毅 2")]
    [InlineData("wang毅", "王毅 2")]
    [InlineData("chongq", "重庆 2")]
    [InlineData("zhongq", "重庆 2")]
    [InlineData("cq", "重庆 2")]
    [InlineData("nvpai", "女排 1")]
    [InlineData("nupai", "女排 1")]
    [InlineData("nüpai", "女排 1")]
    [InlineData("np", "女排 1")]
    [InlineData("c9", "C919 1")]
    [InlineData("Ｃ９１９", "C919 1")]
    [InlineData("shzz", "上合组织 1")]
    [InlineData("shanghezz", "上合组织 1")]
    [InlineData("上hezz", "上合组织 1")]
    [InlineData("“上合", "上合 1 上合组织 1")]
    [InlineData("qm", "")]
    [InlineData("王x", "")]
    public async Task Words_begin_with_what_was_typed(string prefix, string expected)
    {
        using var archive = new SmallArchive(s_articles);
        var words = (await SuggestAsync(archive.Searcher, prefix)).Where(found => found.Kind is SuggestionKind.Word or SuggestionKind.Keyword);

        Assert.Equal(expected, string.Join(' ', words.Select(found => $"{found.Text} {found.Articles}")));
    }

    [Theory]
    [InlineData("重庆新", "重庆新桥亮灯|重庆新桥通车")]
    [InlineData("chongqingxinqiaot", "重庆新桥通车")]
    [InlineData("cqxq", "重庆新桥亮灯|重庆新桥通车")]
    [InlineData("重庆xinq", "重庆新桥亮灯|重庆新桥通车")]
    [InlineData("王毅h", "王毅会见来宾")]
    [InlineData("c919shou", "C919首飞成功")]
    public async Task Titles_begin_with_what_was_typed_the_latest_first(string prefix, string expected)
    {
        using var archive = new SmallArchive(s_articles);
        var titles = (await SuggestAsync(archive.Searcher, prefix)).Where(found => found.Kind == SuggestionKind.Title);

        Assert.Equal(expected, string.Join('|', titles.Select(found => found.Text)));
    }

    [Fact]
    public async Task Kinds_tell_where_suggestions_come_from_and_each_has_a_query()
    {
        using var archive = new SmallArchive(s_articles);

        Assert.Equal(
            [
                new("重庆", SuggestionKind.Word, "重庆", 2),
                new("重庆晨报", SuggestionKind.Source, "来源:重庆晨报", 2),
                new("重庆新桥亮灯", SuggestionKind.Title, "\"重庆新桥亮灯\"", 1),
                new("重庆新桥通车", SuggestionKind.Title, "\"重庆新桥通车\"", 1),
            ],
            await SuggestAsync(archive.Searcher, "重庆"));
        Assert.Equal(SuggestionKind.Keyword, (await SuggestAsync(archive.Searcher, "shanghezuzhi"))[0].Kind);
        Assert.Empty(await SuggestAsync(archive.Searcher, "外交新闻"));
    }

    [Fact]
    public async Task Articles_of_the_same_title_are_one_suggestion_with_their_number()
    {
        using var archive = new SmallArchive(
            SmallArchive.Article("沙泉棉花丰收"), SmallArchive.Article("沙泉棉花丰收") with { Id = "2" }, SmallArchive.Article("“沙泉”棉花丰收") with { Id = "3" });

        var title = Assert.Single(await SuggestAsync(archive.Searcher, "沙泉"), found => found.Kind == SuggestionKind.Title);
        Assert.Equal(3, title.Articles);
    }

    [Theory]
    [InlineData("“一带一路”：合作 | 共赢 (下) -10%")]
    [InlineData("标题:不是栏目 OR 其他")]
    [InlineData("\\\"斜线\\与引号\" *")]
    [InlineData("澜江 -双虹桥")]
    public async Task A_title_full_of_operators_is_found_by_its_suggestion(string title)
    {
        using var archive = new SmallArchive(SmallArchive.Article(title), SmallArchive.Article("别的新闻"));

        var found = Assert.Single(await SuggestAsync(archive.Searcher, title), suggestion => suggestion.Kind == SuggestionKind.Title);
        Assert.Equal(title, found.Text);
        Assert.Equal([title], archive.Search(found.Query).Hits.Select(hit => hit.Id));
    }

    [Fact]
    public async Task What_was_deleted_or_replaced_is_no_longer_suggested()
    {
        using var folder = new TemporaryFolder();
        using (var indexer = ArticleIndexer.Open(folder.FullName))
        {
            foreach (var article in s_articles) indexer.Add(article);
            indexer.Commit();
            await indexer.DeleteAsync("王毅出席论坛");
            await indexer.DeleteAsync("网易发布年报");
            indexer.Add(s_articles[5] with { Title = "男排夺冠" });
            indexer.Commit();
        }

        using var searcher = LocalNewsSearcher.Open(folder.FullName);
        Assert.Equal(["王毅 1", "王毅会见来宾 1"], (await SuggestAsync(searcher, "wangyi")).Select(found => $"{found.Text} {found.Articles}"));
        Assert.Empty(await SuggestAsync(searcher, "nvpai"));
        Assert.Equal(["男排", "男排夺冠"], (await SuggestAsync(searcher, "nanpai")).Select(found => found.Text));
    }

    [Fact]
    public async Task Fewer_than_asked_for_are_titles_where_there_are_words_enough()
    {
        using var archive = new SmallArchive(
            Enumerable.Range(0, 30).Select(i => SmallArchive.Article($"澜江新闻{(char)('一' + i)}", "", day: "2024-05-01") with { Keywords = [$"澜江新闻{(char)('一' + i)}"] }));

        foreach (var size in (int[])[1, 2, 3, 9, Completion.MaxSize])
            Assert.Equal(size, (await SuggestAsync(archive.Searcher, "澜江", size)).Count);
    }

    [Fact]
    public async Task No_title_is_suggested_while_thousands_begin_so()
    {
        using var archive = new SmallArchive(Enumerable.Range(0, 2_100).Select(i => SmallArchive.Article($"澜江第{i}号公告")));

        Assert.DoesNotContain(await SuggestAsync(archive.Searcher, "澜江"), found => found.Kind == SuggestionKind.Title);
        Assert.Equal("澜江第2099号公告", (await SuggestAsync(archive.Searcher, "澜江第2099"))[^1].Text);
    }

    [Fact]
    public async Task A_walk_over_more_words_than_its_bound_suggests_the_best_of_the_first()
    {
        var words = Enumerable.Range(0, BestTerms.MaxSteps + 2_000).Select(i => $"w{i:D6}").ToList();
        using var archive = new SmallArchive(words.Chunk(1_000)
            .Select((part, i) => SmallArchive.Article($"第{i}篇", string.Join(' ', part)) with { Keywords = part })
            .Append(SmallArchive.Article("常见", $"{words[7]} {words[^1]}") with { Keywords = [words[7], words[^1]] }));

        Assert.Equal(words[7], (await SuggestAsync(archive.Searcher, "w"))[0].Text);
        Assert.Equal(words[^1], (await SuggestAsync(archive.Searcher, words[^1][..4]))[0].Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("，。*?\"-")]
    [InlineData("\uD842")]
    [InlineData("\u0000\u0001")]
    public async Task Nothing_is_suggested_for_what_has_no_letters(string prefix)
    {
        using var archive = new SmallArchive(s_articles);
        Assert.Empty(await SuggestAsync(archive.Searcher, prefix));
    }

    [Fact]
    public async Task A_prefix_that_is_too_long_and_a_size_out_of_range_are_refused()
    {
        using var archive = new SmallArchive(s_articles);

        Assert.Equal("prefix", (await Assert.ThrowsAsync<NewsQueryException>(() => SuggestAsync(archive.Searcher, new string('a', 101)))).Parameter);
        Assert.Empty(await SuggestAsync(archive.Searcher, new string('a', 100)));
        foreach (var size in (int[])[0, -1, 21])
            Assert.Equal("size", (await Assert.ThrowsAsync<NewsQueryException>(() => SuggestAsync(archive.Searcher, "a", size))).Parameter);
    }

    [Fact]
    public async Task An_archive_without_articles_suggests_nothing()
    {
        using var archive = new SmallArchive();
        Assert.Empty(await SuggestAsync(archive.Searcher, "a"));
    }

    private static Task<IReadOnlyList<NewsSuggestion>> SuggestAsync(LocalNewsSearcher searcher, string prefix, int size = 10) =>
        searcher.SuggestAsync(prefix, size, CancellationToken.None);
}

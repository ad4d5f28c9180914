using NewsSearch.Archive.Dictionary;
using NewsSearch.Archive.Searching;
using NewsSearch.Lucene.Tests;

namespace NewsSearch.Archive.Tests;

/// <summary>
/// What users of other systems for Chinese news have complained about for years, one test for each thread: our answer to it. The number of the thread stands first.
/// </summary>
public sealed class FieldLessonsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private LocalNewsSearcher? _searcher;

    public void Dispose()
    {
        _searcher?.Dispose();
        _folder.Dispose();
    }

    /// <summary>analysis-ik #286: index and query cut differently, so that 李 does not find 李建光.</summary>
    [Theory]
    [InlineData("李")]
    [InlineData("李建光")]
    [InlineData("7号")]
    [InlineData("10支")]
    [InlineData("1.5匹")]
    [InlineData("1.5")]
    public async Task Thread_01_what_stands_in_an_article_finds_it_however_it_was_cut(string query) =>
        Assert.Equal(["a"], await FindAsync(query, "李建光买了7号仓的10支笔和一台1.5匹空调", "王芳买了8号仓的20支笔和一台2匹空调"));

    /// <summary>analysis-ik #108: tokens of several lengths at one place break phrases.</summary>
    [Theory]
    [InlineData("中华人民共和国国歌")]
    [InlineData("华人民共")]
    [InlineData("国国歌，C919飞")]
    [InlineData("919飞过")]
    public async Task Thread_02_a_phrase_is_found_wherever_it_begins_and_ends(string phrase) =>
        Assert.Equal(["a"], await FindAsync($"“{phrase}”", "奏中华人民共和国国歌，C919飞过广场", "中华民国，人民，共和，国歌，飞过919次"));

    /// <summary>meilisearch #2499: a word inside a longer word is not found.</summary>
    [Theory]
    [InlineData("处理", "待处理事项")]
    [InlineData("工程", "在建工程报表")]
    [InlineData("简单", "不简单的一天")]
    [InlineData("农业", "中国农业发展银行")]
    public async Task Thread_03_a_word_is_found_inside_a_longer_one(string word, string text) =>
        Assert.Equal(["a"], await FindAsync(word, text, "天气晴好"));

    /// <summary>charabia #226: short words inside long ones need positions to stand beside each other.</summary>
    [Fact]
    public async Task Thread_04_short_words_inside_a_long_one_are_near_and_in_order()
    {
        string[] texts = ["中国农业发展银行成立", "发展农业要靠科技和市场，银行在中国"];

        Assert.Equal(["a"], await FindAsync("“农业发展”", texts));
        Assert.Equal(["a"], await FindAsync("农业 near/4 银行", texts));
        Assert.Equal("a", (await FindAsync("农业发展银行", texts))[0]);
    }

    /// <summary>charabia #331: traditional characters are converted after cutting, or not at all.</summary>
    [Theory]
    [InlineData("國際論壇")]
    [InlineData("国际论坛")]
    [InlineData("“國際论壇”")]
    public async Task Thread_05_traditional_and_simplified_find_each_other(string query) =>
        Assert.Equal(["a", "b"], Sorted(await FindAsync(query, "第三屆國際論壇開幕", "第三届国际论坛开幕", "论国语：坛子")));

    /// <summary>analysis-ik #361: what was left out moves all marks behind it.</summary>
    [Fact]
    public async Task Thread_06_marks_are_exact_behind_punctuation_surrogates_and_converted_text() =>
        Assert.Equal(["開幕"], await MarksAsync("开幕", "、、。　　的了，\ud840\udfb7野家½㎡ﾊﾟ——論壇開幕。！"));

    /// <summary>meilisearch #3526: the word around the match is marked, not the match.</summary>
    [Fact]
    public async Task Thread_07_the_characters_that_matched_are_marked_and_no_more() =>
        Assert.Equal(["大卫"], await MarksAsync("大卫", "大卫到了扫地的地方"));

    /// <summary>analysis-ik #335: a new word of the dictionary is not found in old articles.</summary>
    [Fact]
    public async Task Thread_08_a_new_word_is_found_in_articles_that_were_indexed_before_it()
    {
        Assert.Equal(["a"], await FindAsync("张奖山", "记者张奖山报道", "张山获奖"));
        File.WriteAllText(Path.Combine(_folder.FullName, DictionaryFile.DefaultName), "张奖山 = 小张同志");

        Assert.Equal(["a"], await IdsAsync("张奖山"));
        Index("记者张奖山报道", "张山获奖", "小张同志来了");
        Assert.Equal(["a", "c"], Sorted(await IdsAsync("张奖山")));
    }

    /// <summary>analysis-ik #373: names of persons are cut into single characters.</summary>
    [Theory]
    [InlineData("王毅")]
    [InlineData("蔡英文")]
    [InlineData("张奖山")]
    [InlineData("于欢")]
    public async Task Thread_09_a_name_is_never_matched_by_its_loose_characters(string name) =>
        Assert.Equal(["a"], await FindAsync(name, $"会见了{name}一行", $"{string.Join("，", name.AsEnumerable())}，英文，毅力，大王，欢乐于心"));

    /// <summary>jieba #780: dates fall apart and their loose numbers gain weight; 〇 is lost.</summary>
    [Theory]
    [InlineData("1989年12月31日")]
    [InlineData("12月31日")]
    [InlineData("二〇〇二年")]
    [InlineData("二○○二年")]
    public async Task Thread_10_dates_are_found_as_they_are_written(string date) =>
        Assert.Equal(["a"], await FindAsync(date, "1989年12月31日与二〇〇二年的档案", "1989元，12吨，31月，二年级〇〇班"));

    /// <summary>opencti #2469 and analysis-ik #76: one character finds everything or nothing.</summary>
    [Fact]
    public async Task Thread_11_one_character_is_found_inside_words_and_several_do_not_flood()
    {
        Assert.Equal(["a", "b"], Sorted(await FindAsync("美", "访问美国", "风景甚美", "访问英国")));
        Assert.Equal(["a"], await FindAsync("蔡英文", "蔡英文发言", "蔡先生学英语，文笔好"));
    }

    /// <summary>elasticsearch #25135: totals, pages and counts speak of different things.</summary>
    [Fact]
    public async Task Thread_12_total_pages_and_counts_agree()
    {
        Index([.. Enumerable.Range(0, 25).Select(i => i % 3 == 0 ? "大桥通车" : $"大桥检修{i}")]);
        var pages = new List<string>();
        NewsResult result;
        var page = 1;
        do
        {
            result = await SearchAsync(new NewsQuery { Text = "大桥", Page = page++, Size = 4 });
            pages.AddRange(result.Hits.Select(hit => hit.Id));
        }
        while (result.Hits.Count > 0);

        Assert.Equal(25, result.Total);
        Assert.Equal(25, pages.Distinct().Count());
        Assert.Equal(25, pages.Count);
        Assert.Equal(25, result.Facets!.Sources.Sum(source => source.Count));
        Assert.Equal(25, result.Facets.Months.Sum(month => month.Count));
    }

    /// <summary>mediacloud/backend #470: weeks that were never collected look like weeks without news.</summary>
    [Fact]
    public async Task Thread_13_the_archive_shows_its_own_gaps()
    {
        Index("大桥通车", "大桥检修");
        using (var indexer = ArticleIndexer.Open(_folder.FullName))
        {
            indexer.Add(new Article { Id = "later", Title = "大桥封闭", Body = "封闭", PublishedAt = new DateTimeOffset(2024, 5, 9, 0, 0, 0, TimeSpan.FromHours(8)) });
            indexer.Add(new Article { Id = "undated", Title = "大桥", Body = "无日期" });
            indexer.Commit();
        }

        Open();
        var summary = await _searcher!.SummarizeAsync(CancellationToken.None);
        Assert.Equal([new("2024-01", 1), new("2024-02", 1), new("2024-03", 0), new("2024-04", 0), new("2024-05", 1)], summary.Months);
        Assert.Equal(1, summary.UndatedCount);
        Assert.Equal(["no-holdings"], await NotesAsync("大桥 date:2024-03"));
        Assert.Equal(["no-holdings"], await NotesAsync("大桥 来源:无此日报"));
        Assert.Empty(await NotesAsync("隧道 date:2024-05"));
        Assert.Empty(await NotesAsync("隧道"));
    }

    /// <summary>cofacts rumors-api #66 and yanyiwu/simhash #10: what is the same is missed, what is not is taken for the same.</summary>
    [Fact]
    public async Task Thread_14_a_reprint_is_recognised_by_its_text_and_a_similar_article_is_not_taken_for_one()
    {
        const string Text = "双虹桥今天上午正式通车，大桥全长二千三百米，双向六车道，市民冒雨前来观看，两岸车程缩短二十分钟。";
        Index(
            [Text, Text + "（完）", Text.Replace("今天上午正式通车", "通车一周年，累计车流一千万辆", StringComparison.Ordinal)[..40] + "，管理处公布了养护计划和票价，听证会下月举行。",
            .. Enumerable.Range(0, 9).Select(i => $"第{i}条天气消息，晴转多云。")]);

        var related = await _searcher!.FindRelatedAsync("a", 5, CancellationToken.None);

        Assert.Equal("c", related![0].Id);
        Assert.DoesNotContain("b", related.Select(hit => hit.Id));
    }

    /// <summary>elasticsearch #86247: days are those of UTC, eight hours off.</summary>
    [Fact]
    public async Task Thread_15_a_day_is_the_publishers_day()
    {
        using (var indexer = ArticleIndexer.Open(_folder.FullName))
        {
            indexer.Add(new Article { Id = "early", Title = "早间新闻", Body = "早", PublishedAt = new DateTimeOffset(2024, 5, 1, 0, 5, 0, TimeSpan.FromHours(8)) });
            indexer.Add(new Article { Id = "late", Title = "夜间新闻", Body = "夜", PublishedAt = new DateTimeOffset(2024, 4, 30, 23, 55, 0, TimeSpan.FromHours(8)) });
            indexer.Commit();
        }

        Open();
        Assert.Equal(["early"], await IdsAsync("新闻 date:2024-05-01"));
        var result = await SearchAsync(new NewsQuery { Text = "新闻", To = new DateOnly(2024, 4, 30) });
        Assert.Equal(["late"], result.Hits.Select(hit => hit.Id));
        Assert.Equal([new("2024-04", 1)], result.Facets!.Months);
    }

    private static List<string> Sorted(IEnumerable<string> ids) => [.. ids.Order(StringComparer.Ordinal)];

    private async Task<List<string>> FindAsync(string query, params string[] texts)
    {
        Index(texts);
        return await IdsAsync(query);
    }

    private async Task<List<string>> IdsAsync(string query) => [.. (await SearchAsync(new NewsQuery { Text = query })).Hits.Select(hit => hit.Id)];

    private async Task<List<string>> NotesAsync(string query) => [.. (await SearchAsync(new NewsQuery { Text = query })).Reading.Notes.Select(note => note.Code)];

    private Task<NewsResult> SearchAsync(NewsQuery query) => _searcher!.SearchAsync(query, CancellationToken.None);

    private async Task<List<string>> MarksAsync(string query, string text)
    {
        Index(text);
        var snippet = Assert.Single((await SearchAsync(new NewsQuery { Text = query })).Hits).Snippet;
        return [.. snippet.Highlights.Select(span => snippet.Text.Substring(span.Start, span.Length))];
    }

    /// <summary>Makes the texts the bodies of the articles a, b, c and so on.</summary>
    private void Index(params string[] texts)
    {
        using (var indexer = ArticleIndexer.Open(_folder.FullName))
        {
            for (var i = 0; i < texts.Length; i++)
            {
                indexer.Add(new Article
                {
                    Id = ((char)('a' + i)).ToString(), Title = $"第{i}篇", Body = texts[i], Source = i % 2 == 0 ? "澜江日报" : "云岫晚报",
                    PublishedAt = new DateTimeOffset(2024, 1 + i % 12, 1, 0, 0, 0, TimeSpan.FromHours(8)),
                });
            }

            indexer.Commit();
        }

        Open();
    }

    private void Open()
    {
        _searcher?.Dispose();
        _searcher = LocalNewsSearcher.Open(_folder.FullName, new LocalSearchOptions { RefreshInterval = TimeSpan.Zero });
    }
}

using NewsSearch.Archive.Suggesting;
using NewsSearch.Archive.Tests.Querying;

namespace NewsSearch.Archive.Tests.Suggesting;

/// <summary>A correction is offered where little or nothing is found and it finds more; what the reader meant exactly is left alone.</summary>
public sealed class CorrectorTests : IDisposable
{
    private readonly SmallArchive _archive = new(
        [
            SmallArchive.Article("王毅出席论坛", "论坛今天开幕。", "澜江日报", "新闻频道", "2024-05-01"),
            SmallArchive.Article("人工智能大会召开", "人工智能改变生活。", "澜江日报", day: "2024-05-02"),
            SmallArchive.Article("崇明岛湿地保护", "崇明岛上候鸟归来。", "澜江日报", day: "2024-05-03"),
            SmallArchive.Article("学校收到拨款", "拨款用于修缮。", "澜江日报", day: "2024-05-04"),
            SmallArchive.Article("ChatGPT and DeepSeek", "A story about chatgpt and deepseek.", "澜江日报", day: "2024-05-05"),
            SmallArchive.Article("上合组织峰会", "上海合作组织成员国。", "澜江日报", day: "2024-05-06") with { Keywords = ["上海合作组织", "上合组织"] },
            SmallArchive.Article("罕见的事", "王义是本地村民。", "澜江晚报", day: "2024-05-07"),
            .. Enumerable.Range(0, 120).Select(i => SmallArchive.Article($"王毅会见第{i}批来宾", "来宾来自各地。", "澜江晚报", day: "2024-06-01")),
        ]);

    public void Dispose() => _archive.Dispose();

    [Theory]
    [InlineData("王易", "王毅", CorrectionReason.SameSound)]
    [InlineData("汪毅", "王毅", CorrectionReason.SameSound)]
    [InlineData("wangyi", "王毅", CorrectionReason.SameSound)]
    [InlineData("Wangyi", "王毅", CorrectionReason.SameSound)]
    [InlineData("shzz", "上合组织", CorrectionReason.SameSound)]
    [InlineData("人工只能", "人工智能", CorrectionReason.SameSound)]
    [InlineData("人工资能", "人工智能", CorrectionReason.SameSound)]
    [InlineData("上海合做组织", "上海合作组织", CorrectionReason.SameSound)]
    [InlineData("祟明岛", "崇明岛", CorrectionReason.LookAlike)]
    [InlineData("拔款", "拨款", CorrectionReason.LookAlike)]
    [InlineData("上海合力组织", "上海合作组织", CorrectionReason.Similar)]
    [InlineData("chatgtp", "chatgpt", CorrectionReason.Similar)]
    [InlineData("deepsek", "deepseek", CorrectionReason.Similar)]
    [InlineData("王易 论坛", "王毅 论坛", CorrectionReason.SameSound)]
    [InlineData("论坛　王易", "论坛　王毅", CorrectionReason.SameSound)]
    [InlineData("王易 来源:澜江日报", "王毅 来源:澜江日报", CorrectionReason.SameSound)]
    [InlineData("王易 -论坛", "王毅 -论坛", CorrectionReason.SameSound)]
    public void A_word_that_finds_nothing_is_corrected(string text, string expected, CorrectionReason reason)
    {
        var found = _archive.Search(text).DidYouMean;

        Assert.Equal((expected, reason), (found?.Text, found?.Reason));
        Assert.Equal(found!.Total, _archive.Search(found.Text).Total);
    }

    [Theory]
    [InlineData("")]
    [InlineData("王毅")]
    [InlineData("崇明岛")]
    [InlineData("没有这种东西")]
    [InlineData("zzzzzz")]
    [InlineData("王")]
    [InlineData("\"王易\"")]
    [InlineData("来源:王易")]
    [InlineData("标题:王易")]
    [InlineData("，。")]
    [InlineData("人工智能 崇明岛")]
    public void What_is_right_or_has_no_better_or_was_meant_literally_is_not(string text) => Assert.Null(_archive.Search(text).DidYouMean);

    [Fact]
    public void Few_hits_are_corrected_only_by_what_finds_very_many_more()
    {
        var few = _archive.Search("王义");
        Assert.Equal(1, few.Total);
        Assert.Equal(new DidYouMean("王毅", 121, CorrectionReason.SameSound), few.DidYouMean);
        Assert.InRange(few.DidYouMean!.Total, Corrector.LeastGain, int.MaxValue);

        // With the filter there is but one article more.
        Assert.Null(_archive.Search(new NewsQuery { Text = "王义", To = new DateOnly(2024, 5, 31) }).DidYouMean);
    }

    [Fact]
    public void The_filters_of_the_query_hold_for_its_correction()
    {
        var query = new NewsQuery { Text = "王易", Sources = ["澜江日报"] };

        Assert.Equal(1, _archive.Search(query).DidYouMean?.Total);
        Assert.Null(_archive.Search(query with { Sources = ["没有这家"] }).DidYouMean);
    }

    [Fact]
    public void An_article_that_is_found_in_part_does_not_keep_the_correction_away()
    {
        var result = _archive.Search("王易 出席 论坛");

        Assert.Equal("王毅 出席 论坛", result.DidYouMean?.Text);
    }

    [Theory]
    [InlineData(2_000)]
    [InlineData(300)]
    public void A_long_query_takes_no_long_search_for_corrections(int length)
    {
        var text = string.Concat(Enumerable.Repeat("王易祟明拔款 ", length))[..Math.Min(length, NewsQuery.MaxTextLength)];

        Assert.InRange(_archive.Search(text).TookMilliseconds, 0, 5_000);
    }
}

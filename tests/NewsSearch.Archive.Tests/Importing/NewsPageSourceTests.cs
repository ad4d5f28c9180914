using System.Text;
using NewsSearch.Archive.Importing;

namespace NewsSearch.Archive.Tests.Importing;

/// <summary>What a page may lack, what it must have, and how its parts may be written.</summary>
public sealed class NewsPageSourceTests : IDisposable
{
    private const string Page = """
        首页  »  新闻频道  »  航运

        白鹭一号渡轮靠港

        2024-05-21 18:02:47

        来源:澜江日报

          第一段。

          第二段。(澜江日报)

          • 相关阅读
          • 澜江港扩建完工

            经过三年施工...

            时间:05-20
        免责声明:仅供参考。
        """;

    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Breadcrumb_source_and_related_reading_may_be_missing()
    {
        var article = Read("渡轮靠港\n2024-05-21 18:02\n第一段。");
        Assert.Equal(("渡轮靠港", "第一段。", null), (article.Title, article.Body, article.Source));
        Assert.True(article.Channel.IsNone);
        Assert.Empty(article.Related);
    }

    [Theory]
    [InlineData("首页 » 新闻频道 » 航运", "新闻频道/航运")]
    [InlineData("首页>新闻频道>航运>正文", "新闻频道/航运")]
    [InlineData("首页　＞　新闻频道", "新闻频道")]
    [InlineData("首页 / 新闻频道/航运", "新闻频道/航运")]
    [InlineData("新闻频道 » 航运", "新闻频道/航运")]
    [InlineData("首页 »", "")]
    [InlineData("首页", "")]
    public void The_channel_is_the_breadcrumb_without_its_ends(string breadcrumb, string channel) =>
        Assert.Equal(channel, Read(Page.Replace(Page.Split('\n')[0], breadcrumb)).Channel.Text);

    [Fact]
    public void A_title_that_only_begins_like_a_breadcrumb_is_a_title() =>
        Assert.Equal("首页改版的第一天", Read(Page.Split('\n', 2)[1].Replace("白鹭一号渡轮靠港", "首页改版的第一天")).Title);

    [Theory]
    [InlineData("来源:澜江日报", "澜江日报")]
    [InlineData("来源：澜江日报", "澜江日报")]
    [InlineData("来　源 ： 澜江日报", "澜江日报")]
    [InlineData("来源:", null)]
    public void The_source_may_have_either_colon_or_no_name(string line, string? source) =>
        Assert.Equal(source, Read(Page.Replace("来源:澜江日报", line)).Source);

    [Theory]
    [InlineData("来源：澜江日报\n2024年05月21日 18:02")]
    [InlineData("2024-05-21 18:02 来源:澜江日报")]
    [InlineData("２０２４－０５－２１　１８：０２　来源：澜江日报")]
    [InlineData("\u00A02024/05/21 18:02\u00A0\n\n\n来源:澜江日报　")]
    public void Time_and_source_may_stand_in_either_order_or_on_one_line(string header)
    {
        var article = Read($"渡轮靠港\n{header}\n第一段。");
        Assert.Equal(("澜江日报", "2024-05-21T18:02+08:00"), (article.Source, article.PublishedAt?.ToString("yyyy-MM-dd'T'HH:mmzzz")));
        Assert.Equal("第一段。", article.Body);
    }

    [Theory]
    [InlineData("免责声明:仅供参考。")]
    [InlineData("　　免责声明：仅供参考。\n　　第二句。")]
    [InlineData("【免责声明】仅供参考。")]
    [InlineData("• 免责声明\n仅供参考。")]
    public void A_disclaimer_is_left_out_wherever_it_stands(string disclaimer)
    {
        var atEnd = Read(Page.Replace("免责声明:仅供参考。", disclaimer));
        var beforeRelated = Read(Page.Replace("  • 相关阅读", disclaimer + "\n\n  • 相关阅读"));
        foreach (var article in new[] { atEnd, beforeRelated })
        {
            Assert.Equal("第一段。\n第二段。(澜江日报)", article.Body);
            Assert.Equal([new("澜江港扩建完工", "经过三年施工...", "05-20")], article.Related);
        }
    }

    [Fact]
    public void A_paragraph_that_speaks_of_a_disclaimer_stays()
    {
        const string Paragraph = "船票背面的免责声明:风大不退票。";
        Assert.Equal($"第一段。\n{Paragraph}", Read($"渡轮靠港\n2024-05-21\n第一段。\n{Paragraph}").Body);
    }

    [Fact]
    public void Related_items_may_lack_bullet_snippet_or_date()
    {
        var related = Read("""
            渡轮靠港
            2024-05-21
            第一段。
            相关阅读：
            • 只有标题
            · 有日期
            时间：05-２０
            没有项目符号
            两行的
            摘要...
            时间:
            •
            标题在下一行
            摘要
            """).Related;
        Assert.Equal(
            [
                new("只有标题", null, null), new("有日期", null, "05-20"), new("没有项目符号", "两行的 摘要...", null),
                new("标题在下一行", "摘要", null),
            ], related);
    }

    [Fact]
    public void A_bullet_in_the_body_is_text() =>
        Assert.Equal("第一段。\n• 一号码头\n• 二号码头", Read("渡轮靠港\n2024-05-21\n第一段。\n• 一号码头\n• 二号码头").Body);

    [Theory]
    [InlineData("", 1, "the page ends, expected the title")]
    [InlineData("首页 » 新闻频道\n\n", 3, "the page ends, expected the title")]
    [InlineData("首页 » 新闻频道\n\n2024-05-21 18:02:47\n第一段。", 3, "has no title: expected it before \"2024-05-21 18:02:47\"")]
    [InlineData("来源:澜江日报\n第一段。", 1, "has no title: expected it before \"来源:澜江日报\"")]
    [InlineData("渡轮靠港\n\n第一段。", 3, "has no time: found \"第一段。\", expected a time such as 2024-05-21 18:02:47 under the title")]
    [InlineData("渡轮靠港\n来源:澜江日报", 2, "has no time: the page ends, expected a time such as 2024-05-21 18:02:47 under the title")]
    [InlineData("渡轮靠港\n2024-13-21 18:02\n第一段。", 2, "time \"2024-13-21 18:02\" is no time in the calendar")]
    [InlineData("渡轮靠港\n2024-05-21 18:02\n\n", 4, "has no body: the page ends, expected paragraphs after time and source")]
    [InlineData("渡轮靠港\n2024-05-21\n• 相关阅读\n• 标题", 3, "has no body: found \"• 相关阅读\", expected paragraphs after time and source")]
    [InlineData("渡轮靠港\n2024-05-21\n免责声明:仅供参考。", 3, "has no body: the page ends, expected paragraphs after time and source")]
    public void A_page_without_title_time_or_body_is_refused_at_its_line(string page, int line, string reason)
    {
        var path = _files.Write("page.txt", page);
        Assert.Equal(new ImportRefusal(path, line, reason), Assert.Single(ArticleSources.Open(path).Read()).Refusal);
    }

    [Fact]
    public void A_headline_as_long_as_a_page_is_refused()
    {
        var refusal = Assert.Single(_files.Import("page.txt", $"\n{new string('长', 3000)}\n2024-05-21\n第一段。")).Refusal!;
        Assert.Equal((2, "title has 3,000 characters, at most 2,000 are allowed"), (refusal.Line, refusal.Reason));
    }

    [Fact]
    public void A_page_has_a_size_limit()
    {
        var page = Encoding.UTF8.GetBytes("渡轮靠港\n2024-05-21\n第一段。\n");
        var longest = new byte[NewsPageSource.MaxPageLength];
        longest.AsSpan().Fill((byte)' ');
        page.CopyTo(longest, 0);
        Assert.NotNull(Assert.Single(_files.Import("page.txt", longest)).Article);
        Assert.Equal("the page is longer than 4,194,304 bytes", Assert.Single(_files.Import("page.txt", new byte[NewsPageSource.MaxPageLength + 1])).Refusal?.Reason);
    }

    [Theory]
    [InlineData("• 相关阅读\n", "x\n", 20)]
    [InlineData("• 相关阅读\n", "•x\n", 20)]
    [InlineData("免责声明", " ", 21)]
    [InlineData("", "• ", 21)]
    public void A_hostile_page_costs_no_more_than_its_length(string start, string repeated, int exponent)
    {
        var page = new StringBuilder("渡轮靠港\n2024-05-21\n第一段。\n" + start);
        while (page.Length < 1 << exponent) page.Append(repeated);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Single(_files.Import("page.txt", page.ToString()));
        // Anything that grows with the square of the length takes many minutes here.
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 30);
    }

    [Fact]
    public void The_id_names_the_page_and_changes_with_what_it_stands_for()
    {
        var id = Read(Page).Id;
        Assert.Matches("^page-[0-9a-f]{16}$", id);
        Assert.Equal(id, Read(Page.Replace("第一段", "改过的第一段")).Id);
        Assert.NotEqual(id, Read(Page.Replace("白鹭一号", "白鹭二号")).Id);
        Assert.NotEqual(id, Read(Page.Replace("18:02:47", "18:02:48")).Id);
        Assert.NotEqual(id, Read(Page.Replace("来源:澜江日报", "来源:澜江晚报")).Id);
    }

    [Fact]
    public void A_page_in_GB18030_is_read()
    {
        var page = "渡轮靠港\n2024-05-21 18:02\n来源：澜江日报\n　　㐀字与𠮷字，还有“引号”。";
        Assert.Equal("㐀字与𠮷字，还有“引号”。", Assert.Single(_files.Import("page.txt", PageBytes.Gb18030(page))).Article!.Body);
    }

    [Fact]
    public void A_damaged_page_in_UTF_8_is_refused_not_read_as_something_else()
    {
        var bytes = Encoding.UTF8.GetBytes(Page);
        var place = bytes.AsSpan().IndexOf("第二段"u8);
        bytes[place + 1] = 0x20;
        var refusal = Assert.Single(_files.Import("page.txt", bytes)).Refusal!;
        Assert.Equal((11, $"not UTF-8: 0xE7 at byte {place + 1} of the page"), (refusal.Line, refusal.Reason));
    }

    [Fact]
    public void Bytes_of_no_known_encoding_are_refused()
    {
        byte[] bytes = [.. PageBytes.Gb18030("渡轮靠港\n2024-05-21\n"), 0xFF, 0xFF];
        var refusal = Assert.Single(_files.Import("page.txt", bytes)).Refusal!;
        Assert.Equal((3, "neither UTF-8 nor GB18030: 0xFF at byte 21 of the page"), (refusal.Line, refusal.Reason));
    }

    private Article Read(string page)
    {
        var imported = Assert.Single(_files.Import("page.txt", page));
        Assert.Null(imported.Refusal);
        return imported.Article!;
    }
}

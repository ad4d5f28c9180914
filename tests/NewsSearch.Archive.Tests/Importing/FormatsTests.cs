using System.Text.RegularExpressions;
using NewsSearch.Archive.Importing;

namespace NewsSearch.Archive.Tests.Importing;

/// <summary>The examples in FORMATS.md are read as it says.</summary>
public sealed partial class FormatsTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Importing", "FORMATS.md"));

    [Fact]
    public void The_JSON_example_is_an_article()
    {
        using var files = new TemporaryFiles();
        var article = Assert.Single(files.Import("a.jsonl", Example("json"))).Article!;
        Assert.Equal(("lj-20240521-7", "澜江港迎来首艘氢动力渡轮"), (article.Id, article.Title));
        Assert.Equal("5月21日，渡轮“白鹭一号”靠泊澜江港。\n它一次加氢可往返六趟。", article.Body);
        Assert.Equal(("澜江日报", "新闻频道/地方新闻"), (article.Source, article.Channel.Text));
        Assert.Equal("2024-05-21T18:02:47.0000000+08:00", article.PublishedAt?.ToString("O"));
        Assert.Equal(("https://example.com/7", "江小渡"), (article.Url, article.Author));
        Assert.Equal(["氢能", "渡轮"], article.Keywords);
        Assert.Equal([new("澜江港扩建完工", "经过三年施工...", "05-20")], article.Related);
    }

    [Fact]
    public void The_page_example_is_an_article()
    {
        using var files = new TemporaryFiles();
        var article = Assert.Single(files.Import("a.txt", Example("text"))).Article!;
        Assert.Equal(("澜江港迎来首艘氢动力渡轮", "澜江日报"), (article.Title, article.Source));
        Assert.Equal("5月21日,渡轮“白鹭一号”靠泊澜江港。\n它一次加氢可往返六趟。(澜江日报)", article.Body);
        Assert.Equal("新闻频道/地方新闻", article.Channel.Text);
        Assert.Equal("2024-05-21T18:02:47.0000000+08:00", article.PublishedAt?.ToString("O"));
        Assert.Equal([new("澜江港扩建完工", "经过三年施工,港区新增四个泊位...", "05-20")], article.Related);
    }

    [Theory]
    [InlineData("| `id` |", ArticleLimits.Id)]
    [InlineData("| `title` |", ArticleLimits.Title)]
    [InlineData("| `body` |", ArticleLimits.Body)]
    [InlineData("| `source` |", ArticleLimits.Source)]
    [InlineData("| `channel` |", ArticleLimits.Channel)]
    [InlineData("| `url` |", ArticleLimits.Url)]
    [InlineData("| `author` |", ArticleLimits.Author)]
    [InlineData("| `keywords` |", ArticleLimits.Keyword)]
    [InlineData("| `related` |", ArticleLimits.Snippet)]
    [InlineData("`keywords` as one text", ArticleLimits.KeywordText)]
    [InlineData("`keywords` as one text", ArticleLimits.Items)]
    [InlineData("A line has at most", JsonLinesSource.MaxLineLength)]
    [InlineData("At most 4,194,304 bytes", NewsPageSource.MaxPageLength)]
    public void The_limits_are_the_ones_in_force(string start, int limit)
    {
        var line = Assert.Single(Page.Split('\n'), line => line.Contains(start));
        Assert.Contains($"{limit:N0}", line);
    }

    private static string Example(string language) =>
        CodeBlock().Matches(Page).Single(block => block.Groups["language"].Value == language).Groups["code"].Value;

    [GeneratedRegex(@"```(?<language>\w+)\r?\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}

using FsCheck.Xunit;
using NewsSearch.Archive;
using NewsSearch.Cli.Measuring;

namespace NewsSearch.Cli.Tests.Measuring;

/// <summary>A line holds an article whatever stands in it.</summary>
public sealed class BenchArticleTests
{
    private static readonly Article s_article = new()
    {
        Id = "a-1",
        Title = "滨江新桥\t通车",
        Body = "第一段。\n第二段 \\n 不是换行。\r\n",
        Source = "滨江日报",
        Channel = ChannelPath.Parse("新闻频道/国内新闻"),
        PublishedAt = new DateTimeOffset(2024, 5, 1, 0, 30, 0, TimeSpan.FromHours(8)),
        Url = "https://example.org/1",
    };

    [Fact]
    public void An_article_comes_back_from_its_line()
    {
        var line = BenchArticle.Of(s_article).ToLine();

        Assert.DoesNotContain('\n', line);
        Assert.DoesNotContain('\r', line);
        Assert.Equivalent(s_article, BenchArticle.Parse(line).ToArticle());
    }

    [Fact]
    public void Days_and_months_are_those_of_the_publisher()
    {
        var article = BenchArticle.Of(s_article);

        Assert.Equal("2024-05", article.Month);
        Assert.Equal($"{new DateOnly(2024, 5, 1).DayNumber}", article.Day);
    }

    [Fact]
    public void What_is_missing_stays_missing()
    {
        var bare = new Article { Id = "b", Title = "", Body = "" };

        Assert.Equivalent(bare, BenchArticle.Parse(BenchArticle.Of(bare).ToLine()).ToArticle());
    }

    [Property]
    public bool Any_text_survives(string? title, string? body)
    {
        var article = BenchArticle.Of(s_article) with { Title = title ?? "", Body = body ?? "" };

        return article.ToLine().IndexOfAny(['\n', '\r']) < 0 && BenchArticle.Parse(article.ToLine()) == article;
    }

    [Fact]
    public void A_line_of_too_few_values_is_refused() => Assert.Throws<InvalidDataException>(() => BenchArticle.Parse("a\tb\tc"));
}

namespace NewsSearch.Archive.Tests;

public sealed class ArticleSchemaTests
{
    [Fact]
    public void An_article_comes_back_as_it_went_in()
    {
        var article = Some.Article() with
        {
            Channel = ChannelPath.Parse("新闻频道/国内新闻"),
            PublishedAt = new DateTimeOffset(2024, 5, 21, 0, 5, 47, 123, TimeSpan.FromHours(8)),
            Author = "林知夏",
            Url = "https://example.com/a?b=1&c=2",
            Keywords = ["大桥", "通车"],
            Related = [new EditorialLink("“双虹桥”合龙", "工程进入收尾阶段…", "05-22"), new EditorialLink("只有标题", null, null)],
        };

        var back = ArticleSchema.ToArticle(ArticleSchema.ToDocument(article));

        Assert.Equal(article with { Keywords = back.Keywords, Related = back.Related }, back);
        Assert.Equal(article.Keywords, back.Keywords);
        Assert.Equal(article.Related, back.Related);
        Assert.Equal(TimeSpan.FromHours(8), back.PublishedAt!.Value.Offset);
    }

    [Fact]
    public void An_article_of_only_the_required_parts_comes_back_too()
    {
        var article = new Article { Id = "a", Title = "标题", Body = "" };

        var back = ArticleSchema.ToArticle(ArticleSchema.ToDocument(article));

        Assert.Equal(article with { Keywords = back.Keywords, Related = back.Related }, back);
        Assert.Empty(back.Related);
    }

    [Fact]
    public void Day_and_month_are_those_of_the_publishers_calendar()
    {
        var newYear = new DateTimeOffset(2024, 1, 1, 0, 5, 0, TimeSpan.FromHours(8));

        var document = ArticleSchema.ToDocument(Some.Article() with { PublishedAt = newYear });

        var day = document.Single(field => field.Name == ArticleSchema.Day).Value.AsInt64();
        var month = document.Single(field => field.Name == ArticleSchema.Month).Value.AsBytes();
        Assert.Equal(new DateOnly(2024, 1, 1).DayNumber, day);
        Assert.Equal("2024-01"u8.ToArray(), month);
    }
}

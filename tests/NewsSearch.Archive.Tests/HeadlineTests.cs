namespace NewsSearch.Archive.Tests;

public sealed class HeadlineTests
{
    [Theory]
    [InlineData("渡轮靠港", "今天靠港。", "渡轮靠港")]
    [InlineData("", "渡轮今天靠港。旅客上岸。", "渡轮今天靠港。")]
    [InlineData("", "渡轮今天靠港\n旅客上岸。", "渡轮今天靠港")]
    [InlineData("", "渡轮今天靠港", "渡轮今天靠港")]
    [InlineData("", "。旅客上岸", "。旅客上岸")]
    public void It_is_the_title_or_else_the_first_sentence(string title, string body, string headline) =>
        Assert.Equal(headline, Headline.Of(Some.Article(title, body)));

    [Fact]
    public void A_long_sentence_is_cut_between_characters()
    {
        Assert.Equal(new string('渡', 40) + "…", Headline.Of(Some.Article("", new string('渡', 60) + "。")));
        Assert.Equal(new string('渡', 39) + "…", Headline.Of(Some.Article("", new string('渡', 39) + "𠮷𠮷𠮷")));
    }
}

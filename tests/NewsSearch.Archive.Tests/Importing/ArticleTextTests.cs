using NewsSearch.Archive.Importing;

namespace NewsSearch.Archive.Tests.Importing;

/// <summary>Cleaning takes away what can't be seen and nothing else.</summary>
public sealed class ArticleTextTests
{
    [Theory]
    [InlineData("渡轮 靠港", "渡轮 靠港")]
    [InlineData(" \t\u3000\u00A0渡轮\uFEFF\u200B\r\n", "渡轮")]
    [InlineData("渡轮\n靠港\u2028了\u0085", "渡轮 靠港 了")]
    [InlineData("a\u0000b\u007Fc", "a b c")]
    [InlineData("渡\u3000轮  靠港", "渡\u3000轮  靠港")]
    [InlineData("\u200B \u0001", "")]
    public void A_line_is_trimmed_and_holds_no_control_character(string text, string clean) => Assert.Equal(clean, ArticleText.CleanLine(text));

    [Theory]
    [InlineData("一\n二", "一\n二")]
    [InlineData("　　一。\r\n\r\n　　二。 \r三\u0085四\u2028五\u2029六", "一。\n二。\n三\n四\n五\n六")]
    [InlineData("\n\n一\n \n\t\n二\n\n", "一\n二")]
    [InlineData("表\t格\u0000里\u000B的", "表\t格 里 的")]
    [InlineData(" \r\n\u3000", "")]
    public void A_body_is_paragraphs_with_one_line_feed_between(string text, string clean) => Assert.Equal(clean, ArticleText.CleanBody(text));

    [Fact]
    public void A_clean_body_is_not_copied()
    {
        var text = new string("渡轮靠港\n风力三级");
        Assert.Same(text, ArticleText.CleanBody(text));
    }

    [Fact]
    public void Cleaning_twice_is_cleaning_once()
    {
        var random = new Random(7);
        for (var round = 0; round < 5000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => "一a \t\n\r\u3000\u200B\u0085\u2028\u0001"[random.Next(11)]));
            var body = ArticleText.CleanBody(text);
            Assert.Equal(body, ArticleText.CleanBody(body));
            Assert.Equal(text.Where(c => c is '一' or 'a'), body.Where(c => c is '一' or 'a'));
            var line = ArticleText.CleanLine(text);
            Assert.Equal(line, ArticleText.CleanLine(line));
        }
    }

    [Fact]
    public void A_quote_is_short_and_harmless()
    {
        Assert.Equal("\"渡轮\"", ArticleText.Quote("渡轮"));
        Assert.Equal("\"\uFFFD[31m\"", ArticleText.Quote("\u001B[31m"));
        Assert.Equal('"' + new string('x', 40) + "…\"", ArticleText.Quote(new string('x', 41)));
        Assert.Equal('"' + new string('x', 39) + "…\"", ArticleText.Quote(new string('x', 39) + "😀😀"));
    }
}

using NewsSearch.Archive.Tests.Querying;

namespace NewsSearch.Archive.Tests.Explaining;

public sealed class ArticleLookupTests : IDisposable
{
    private const string Url = "https://example.com/2024/桥.html?a=1&b=2";

    private readonly SmallArchive _archive = new(
        Some.Article() with { Id = "one", Url = Url },
        Some.Article() with { Id = "two", Url = "http://example.com/list/" },
        Some.Article() with { Id = "long", Url = "https://example.com/" + new string('长', 20_000) },
        Some.Article() with { Id = "empty", Url = "" },
        // An id that looks like the address of another article is that id.
        Some.Article() with { Id = "https://example.com/three", Url = "https://example.com/other" },
        Some.Article() with { Id = "four", Url = "https://example.com/three" });

    public void Dispose() => _archive.Dispose();

    [Theory]
    [InlineData("one", "one")]
    [InlineData(" one\n", "one")]
    [InlineData(Url, "one")]
    [InlineData("  " + Url + " ", "one")]
    [InlineData(Url + "#top", "one")]
    [InlineData("http://example.com/2024/桥.html?a=1&b=2", "one")]
    [InlineData("https://example.com/list", "two")]
    [InlineData("HTTPS://example.com/list/", "two")]
    [InlineData("https://example.com/three", "https://example.com/three")]
    public void An_article_is_found_by_its_id_or_its_address(string asked, string id) => Assert.Equal(id, Find(asked));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("three")]
    [InlineData("https://example.com/")]
    [InlineData("https://example.com/2024/桥.html")]
    [InlineData("#")]
    [InlineData("\uD800")]
    public void What_the_archive_does_not_have_is_not_found(string asked) => Assert.Null(Find(asked));

    [Fact]
    public async Task An_address_too_long_for_a_term_is_kept_all_the_same()
    {
        Assert.Null(Find("https://example.com/" + new string('长', 20_000)));
        Assert.Equal(20_020, (await _archive.Searcher.FindArticleAsync("long", CancellationToken.None))!.Url!.Length);
    }

    [Fact]
    public void A_query_that_can_not_be_answered_is_refused_whether_the_article_is_there_or_not()
    {
        var query = new NewsQuery { From = new DateOnly(2024, 2, 1), To = new DateOnly(2024, 1, 1) };

        foreach (var id in new[] { "one", "none" })
            Assert.Equal("from", Assert.Throws<NewsQueryException>(() => _archive.TryExplain(id, query)).Parameter);
    }

    private string? Find(string asked) => _archive.TryExplain(asked, new NewsQuery { Text = "大桥" })?.Id;
}

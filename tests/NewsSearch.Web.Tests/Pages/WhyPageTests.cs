using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsSearch.Web.Tests.Support;

namespace NewsSearch.Web.Tests.Pages;

public sealed class WhyPageTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Every_hit_leads_to_the_page_that_says_why()
    {
        var results = await server.GetPageAsync("/?q=新桥 通车&source=滨江日报&from=2024-05");
        var link = Assert.Single(results.QuerySelectorAll(".hit .why-link"));
        var page = await server.GetPageAsync(link.GetAttribute("href")!);

        Assert.Equal("为什么？", link.TextContent);
        Assert.Equal(Some.Bridge.Title, page.QuerySelector(".why h1")!.TextContent);
        Assert.Equal("排在第 1 位。", page.QuerySelector(".why-outcome")!.TextContent);
        Assert.Equal(["满足有“新桥”", "满足有“通车”"], page.QuerySelectorAll(".why-conditions .met").Select(item => item.TextContent));
        Assert.Equal(["有词“新桥”1.00", "有词“通车”1.00"], page.QuerySelectorAll(".why-parts tr").Select(row => row.TextContent));
        Assert.Equal(["新桥", "通车"], page.QuerySelectorAll(".reading .unit").Select(unit => unit.TextContent));
        var back = page.QuerySelectorAll(".why a")[^1].GetAttribute("href")!;
        Assert.Single((await server.GetPageAsync(back)).QuerySelectorAll(".hit"));
    }

    [Fact]
    public async Task A_reader_asks_for_an_article_that_did_not_come_by_the_form_below_the_results()
    {
        var results = await server.GetPageAsync("/?q=新桥 火星&source=乡音网&channel=新闻频道&from=2024-01&to=2024-12-31&sort=oldest");
        var form = results.QuerySelector<IHtmlFormElement>(".why-form")!;
        Assert.Equal("为什么没搜到某篇文章？", form.QuerySelector("label")!.TextContent);
        form.QuerySelector<IHtmlInputElement>("input[name=id]")!.Value = Some.Bridge.Url!;

        var page = await server.GetPageAsync(AddressOf(form));

        Assert.Equal("这篇文章不在结果中。", page.QuerySelector(".why-outcome")!.TextContent);
        Assert.Equal(["不满足没有“火星”", "不满足文章的来源是“滨江日报”"], page.QuerySelectorAll(".why-conditions .unmet").Select(item => item.TextContent));
        Assert.Empty(page.QuerySelectorAll(".why-parts"));
        Assert.Equal(Fields(form), Fields(page.QuerySelector<IHtmlFormElement>(".why-form")!));
    }

    [Theory]
    [InlineData("bridge-1")]
    [InlineData("  bridge-1 ")]
    [InlineData("http://news.example/articles/bridge-1")]
    [InlineData("http://news.example/articles/bridge%2D1/?q=x#top")]
    public async Task An_article_is_named_by_id_or_by_the_address_of_its_page_here(string id)
    {
        var page = await server.GetPageAsync("/why?q=新桥&id=" + Uri.EscapeDataString(id));

        Assert.Equal(Some.Bridge.Title, page.QuerySelector(".why h1")!.TextContent);
    }

    [Fact]
    public async Task Without_an_article_there_is_the_form_alone()
    {
        var page = await server.GetPageAsync("/why?q=新桥");

        Assert.NotNull(page.QuerySelector(".why-form"));
        Assert.Empty(page.QuerySelectorAll(".why h1, .why-outcome"));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("https://example.org/nothing")]
    [InlineData("http://news.example/articles/nothing")]
    public async Task An_article_that_the_archive_does_not_have_is_said_to_be_missing(string id)
    {
        var page = await server.GetPageAsync("/why?q=新桥&id=" + Uri.EscapeDataString(id), HttpStatusCode.NotFound);

        Assert.Equal("本库没有收录这篇文章", page.QuerySelector(".why h1")!.TextContent);
        Assert.Contains(id, page.QuerySelector(".message p")!.TextContent);
        Assert.Equal(id, page.QuerySelector<IHtmlInputElement>("input[name=id]")!.Value);
    }

    [Theory]
    [InlineData("q=(", HttpStatusCode.BadRequest, "括号没有配对")]
    [InlineData("q=新桥&from=yesterday", HttpStatusCode.BadRequest, "yesterday")]
    [InlineData("q=永远", HttpStatusCode.ServiceUnavailable, "超过了")]
    public async Task A_query_that_can_not_be_answered_is_explained_and_can_be_mended(string query, HttpStatusCode status, string detail)
    {
        var page = await server.GetPageAsync("/why?id=bridge-1&" + query, status);

        Assert.Contains(detail, page.QuerySelector(".message")!.TextContent);
        Assert.Equal("bridge-1", page.QuerySelector<IHtmlInputElement>("input[name=id]")!.Value);
        Assert.NotEqual("", page.QuerySelector<IHtmlInputElement>("input.search-box")!.Value);
    }

    [Fact]
    public async Task What_the_article_or_the_address_contains_is_never_markup()
    {
        var found = await server.GetPageAsync("/why?q=标题&id=" + Uri.EscapeDataString(Some.Hostile.Id));
        var unknown = await server.GetPageAsync("/why?q=<img>&source=\"><img>&id=" + Uri.EscapeDataString("\"><script>alert(1)</script>"), HttpStatusCode.NotFound);

        Assert.Equal(Some.Hostile.Title, found.QuerySelector(".why h1")!.TextContent);
        Assert.Empty(found.QuerySelectorAll("script:not([src]), img, i, u, [onerror]"));
        Assert.Empty(unknown.QuerySelectorAll("script:not([src]), img"));
    }

    private static List<string> Fields(IHtmlFormElement form) =>
        [.. form.QuerySelectorAll<IHtmlInputElement>("input").Select(input => $"{input.Name}={Uri.EscapeDataString(input.Value)}")];

    private static string AddressOf(IHtmlFormElement form) => form.GetAttribute("action") + "?" + string.Join('&', Fields(form));
}

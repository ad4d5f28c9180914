using System.Net;
using AngleSharp.Dom;
using NewsSearch.Archive;
using NewsSearch.Web.Tests.Support;

namespace NewsSearch.Web.Tests.Pages;

public sealed class ArticlePageTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task The_parts_stand_in_the_order_of_a_news_page()
    {
        var page = await server.GetPageAsync("/articles/bridge-1");

        var parts = page.QuerySelectorAll(".breadcrumb, h1, .story-facts time, .story-facts .source, .story-body, .related h2");
        Assert.Equal(
            ["首页 » 新闻频道 » 国内新闻", "滨江新桥今日正式通车", "2024-05-21 18:02:47", "来源:滨江日报"],
            parts.Take(4).Select(Text));
        Assert.Equal("story-body", parts[4].ClassName);
        Assert.Equal(["相关阅读", "编辑推荐"], parts.Skip(5).Select(Text));
    }

    [Fact]
    public async Task An_article_without_a_title_is_headed_by_the_beginning_of_its_text()
    {
        await using var other = await NewsServer.StartAsync(new NewsServerOptions { Urls = ["http://127.0.0.1:0"] });
        other.Open(new MemoryNewsSearcher([new Article { Id = "untitled", Title = "", Body = "渡轮公司宣布转型。下月起经营观光航线。" }]));

        var page = await server.GetPageAsync(other.Urls.Single() + "/articles/untitled");

        Assert.Equal("渡轮公司宣布转型。", Text(page.QuerySelector("h1")!));
        Assert.StartsWith("渡轮公司宣布转型。 - ", page.Title);
    }

    [Fact]
    public async Task The_breadcrumb_leads_to_the_home_page_and_to_each_channel()
    {
        var page = await server.GetPageAsync("/articles/bridge-1");
        var links = page.QuerySelectorAll(".breadcrumb a").Select(link => link.GetAttribute("href")!).ToList();

        Assert.Equal(["/", "/?channel=%E6%96%B0%E9%97%BB%E9%A2%91%E9%81%93", "/?channel=%E6%96%B0%E9%97%BB%E9%A2%91%E9%81%93%2F%E5%9B%BD%E5%86%85%E6%96%B0%E9%97%BB"], links);
        var channel = await server.GetPageAsync(links[2]);
        Assert.Equal("频道新闻频道 » 国内新闻×", Text(channel.QuerySelector(".chip")!));
    }

    [Fact]
    public async Task Paragraphs_stand_without_the_spaces_of_their_indent()
    {
        var page = await server.GetPageAsync("/articles/bridge-1");

        Assert.Equal(
            ["滨江新桥5月21日上午正式通车，两岸车程缩短二十分钟。", "首日预计通行车辆三万辆。", "施工方表示，桥面照明将于月底全部启用。"],
            page.QuerySelectorAll(".story-body p").Select(paragraph => paragraph.TextContent));
    }

    [Fact]
    public async Task Related_reading_shows_title_snippet_and_day()
    {
        var page = await server.GetPageAsync("/articles/harvest-03");

        var items = page.QuerySelector(".related")!.QuerySelectorAll("li");
        Assert.Equal(10, items.Length);
        Assert.Equal("/articles/harvest-06", items[0].QuerySelector("a")!.GetAttribute("href"));
        Assert.StartsWith("北岗村第6块稻田", items[0].QuerySelector(".snippet")!.TextContent);
        Assert.Equal("时间:07-07", Text(items[0].QuerySelector(".date")!));
    }

    [Fact]
    public async Task The_editors_choice_leads_to_a_search_for_its_title()
    {
        var page = await server.GetPageAsync("/articles/bridge-1");

        var items = page.QuerySelector(".editorial")!.QuerySelectorAll("li");
        Assert.Equal(["滨江新桥完成荷载试验", "两岸公交线路调整公告"], items.Select(item => Text(item.QuerySelector("h3")!)));
        Assert.StartsWith("/?q=", items[0].QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("时间:05-12", Text(items[0].QuerySelector(".date")!));
        Assert.Null(items[1].QuerySelector(".date"));
    }

    [Fact]
    public async Task An_article_of_nothing_but_title_and_body_is_shown_without_the_rest()
    {
        var page = await server.GetPageAsync("/articles/bare");

        Assert.Equal("没有日期的短讯", page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("time, .source, .author, .keywords, .original"));
        Assert.Equal("首页", Text(page.QuerySelector(".breadcrumb")!));
    }

    [Fact]
    public async Task The_address_of_the_original_is_a_link_only_if_it_is_http()
    {
        var page = await server.GetPageAsync("/articles/bridge-1");
        var hostile = await server.GetPageAsync("/articles/" + Uri.EscapeDataString(Some.Hostile.Id));

        Assert.Equal("https://example.org/news?id=1&from=list", page.QuerySelector(".original a")!.GetAttribute("href"));
        Assert.Null(hostile.QuerySelector(".original"));
        Assert.DoesNotContain("javascript:", hostile.DocumentElement.OuterHtml);
    }

    [Fact]
    public async Task What_an_article_contains_is_never_markup()
    {
        var page = await server.GetPageAsync("/articles/" + Uri.EscapeDataString(Some.Hostile.Id));

        Assert.Empty(page.QuerySelectorAll("script:not([src]), img, i, u, [onerror]"));
        Assert.Equal(Some.Hostile.Title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(Some.Hostile.Body, page.QuerySelector(".story-body p")!.TextContent);
    }

    [Fact]
    public async Task An_unknown_article_is_a_page_in_Chinese_with_a_way_on()
    {
        var page = await server.GetPageAsync("/articles/不存在", HttpStatusCode.NotFound);

        Assert.Equal("没有这篇文章", page.QuerySelector("main h1")!.TextContent);
        Assert.Contains("不存在", page.QuerySelector("main")!.TextContent);
        Assert.NotNull(page.QuerySelector("main a[href='/']"));
        Assert.NotNull(page.QuerySelector("input.search-box"));
    }

    private static string Text(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

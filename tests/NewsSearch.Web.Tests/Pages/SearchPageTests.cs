using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsSearch.Archive;
using NewsSearch.Web.Pages;
using NewsSearch.Web.Tests.Support;

namespace NewsSearch.Web.Tests.Pages;

public sealed class SearchPageTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task The_first_page_shows_the_latest_articles_and_a_search_box()
    {
        var page = await server.GetPageAsync("/");

        Assert.Equal("新闻检索", page.QuerySelector(".site-name")!.TextContent);
        Assert.Equal("", page.QuerySelector<IHtmlInputElement>("input.search-box")!.Value);
        Assert.Contains("共 64 篇", Text(page, ".total"));
        Assert.Equal("最新", Text(page, ".sorts .current"));
        Assert.Equal(
            ["2024-06-30 23:59", "2024-05-21 18:02", "2023-12-24 08:00"],
            page.QuerySelectorAll(".hit time").Take(3).Select(time => time.TextContent));
    }

    [Fact]
    public async Task The_search_page_has_an_address_of_its_own_as_well()
    {
        var page = await server.GetPageAsync("/search?q=新桥 通车");

        Assert.Single(page.QuerySelectorAll(".hit"));
    }

    [Fact]
    public async Task A_hit_shows_title_snippet_source_channel_and_time_with_what_matched()
    {
        var page = await server.GetPageAsync("/?q=新桥 通车");

        var hit = Assert.Single(page.QuerySelectorAll(".hit"));
        var link = hit.QuerySelector<IHtmlAnchorElement>("h2 a")!;
        Assert.Equal("/articles/bridge-1", link.GetAttribute("href"));
        Assert.Equal("滨江<mark>新桥</mark>今日正式<mark>通车</mark>", link.InnerHtml);
        Assert.Contains("<mark>新桥</mark>", hit.QuerySelector(".snippet")!.InnerHtml);
        Assert.Equal("滨江日报", Text(hit, ".source"));
        Assert.Equal("新闻频道 » 国内新闻", Text(hit, ".channel"));
        Assert.Equal("2024-05-21 18:02", Text(hit, "time"));
        Assert.Contains("共 1 篇，用时 0.3 毫秒", Text(page, ".total"));
    }

    [Fact]
    public async Task A_line_above_the_hits_says_how_the_query_was_read()
    {
        var page = await server.GetPageAsync("/?q=新桥 通车");
        Assert.Equal(["新桥", "通车"], page.QuerySelectorAll(".reading .unit").Select(unit => unit.TextContent));
        Assert.Empty(page.QuerySelectorAll(".reading-note"));

        var one = await server.GetPageAsync("/?q=新桥");
        Assert.Null(one.QuerySelector(".reading"));
        var all = await server.GetPageAsync("/");
        Assert.Null(all.QuerySelector(".reading"));
    }

    [Fact]
    public async Task What_was_loosened_or_not_understood_is_said()
    {
        var page = await server.GetPageAsync("/?q=" + Uri.EscapeDataString("\"新桥"));

        Assert.Equal("引号没有配对，已按普通文字检索。", Text(page, ".reading-note"));
    }

    [Fact]
    public async Task Times_are_those_of_the_publisher()
    {
        var page = await server.GetPageAsync("/?q=侨团");

        Assert.Equal("2023-09-29 22:30", Text(page, ".hit time"));
    }

    [Theory]
    [InlineData("田野周刊", "source=%E7%94%B0%E9%87%8E%E5%91%A8%E5%88%8A")]
    [InlineData("农业", "channel=%E7%BB%8F%E6%B5%8E%E9%A2%91%E9%81%93%2F%E5%86%9C%E4%B8%9A")]
    [InlineData("2023年2月", "from=2023-02-01&to=2023-02-28")]
    public async Task A_facet_link_adds_its_filter_and_a_second_click_takes_it_away(string label, string filter)
    {
        var before = await server.GetPageAsync("/?q=北岗村&sort=newest&page=2");
        var add = Facet(before, label);
        Assert.Equal("/?q=%E5%8C%97%E5%B2%97%E6%9D%91&" + Ordered(filter, "sort=newest"), add.GetAttribute("href"));
        Assert.DoesNotContain("active", add.ClassName);

        var after = await server.GetPageAsync(add.GetAttribute("href")!);
        Assert.Contains($"共 {add.QuerySelector(".facet-count")!.TextContent} 篇", Text(after, ".total"));
        var remove = Facet(after, label);
        Assert.Contains("active", remove.ClassName);
        Assert.Equal("/?q=%E5%8C%97%E5%B2%97%E6%9D%91&sort=newest", remove.GetAttribute("href"));
        Assert.Equal(remove.GetAttribute("href"), after.QuerySelector(".chip")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Channels_are_listed_as_a_tree()
    {
        var page = await server.GetPageAsync("/?q=北岗村");

        var channels = page.QuerySelectorAll(".facet").Single(facet => Text(facet, "h2") == "频道");
        Assert.Equal(
            ["经济频道", "农业", "新闻频道", "国内新闻"],
            channels.QuerySelectorAll(".facet-label").Select(label => label.TextContent));
        Assert.Equal(["depth-0", "depth-1", "depth-0", "depth-1"], channels.QuerySelectorAll("li").Select(line => line.ClassName));
    }

    [Fact]
    public async Task Every_active_filter_has_a_chip_that_takes_it_away_alone()
    {
        var page = await server.GetPageAsync("/?q=稻田&source=田野周刊&source=乡音网&channel=经济频道&from=2023-01-05&to=2023-11-20");

        Assert.Equal(
            ["来源田野周刊×", "来源乡音网×", "频道经济频道×", "日期2023-01-05 至 2023-11-20×"],
            page.QuerySelectorAll(".chip").Select(chip => chip.TextContent));
        var left = await server.GetPageAsync(page.QuerySelectorAll(".chip")[0].GetAttribute("href")!);
        Assert.Equal(["乡音网", "经济频道", "2023-01-05 至 2023-11-20"], left.QuerySelectorAll(".chip").Select(chip => chip.ChildNodes[1].TextContent));
    }

    [Fact]
    public async Task The_form_keeps_words_filters_order_and_dates()
    {
        var page = await server.GetPageAsync("/?q=稻田&source=田野周刊&channel=经济频道&from=2023-01-05&to=2023-11&sort=oldest");

        Assert.Equal("稻田", Field(page, "q"));
        Assert.Equal("田野周刊", Field(page, "source"));
        Assert.Equal("经济频道", Field(page, "channel"));
        Assert.Equal("oldest", Field(page, "sort"));
        Assert.Equal("2023-01-05", Field(page, "from"));
        Assert.Equal("2023-11-30", Field(page, "to"));
        Assert.All(page.QuerySelectorAll<IHtmlInputElement>("input[type=date]"), input => Assert.Equal("search-form", input.GetAttribute("form")));
    }

    [Fact]
    public async Task Sort_links_keep_the_search_and_return_to_its_first_page()
    {
        var page = await server.GetPageAsync("/?q=稻田&page=3");

        Assert.Equal("相关度", Text(page, ".sorts .current"));
        var links = page.QuerySelectorAll(".sorts a:not(.to-filters)").ToDictionary(link => link.TextContent, link => link.GetAttribute("href"));
        Assert.Equal("/?q=%E7%A8%BB%E7%94%B0&sort=newest", links["最新"]);
        Assert.Equal("/?q=%E7%A8%BB%E7%94%B0&sort=oldest", links["最早"]);
    }

    [Fact]
    public async Task Pages_are_linked_by_number_and_the_last_page_ends_them()
    {
        var first = await server.GetPageAsync("/?q=稻田");
        Assert.Equal(["1", "2", "3", "…", "6", "下一页"], first.QuerySelectorAll(".pager > *").Select(item => item.TextContent));

        var next = first.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var second = await server.GetPageAsync(next);
        Assert.Equal("2", Text(second, ".pager .current"));
        Assert.Contains("见闻之11", second.QuerySelector(".hit h2")!.TextContent);

        var last = await server.GetPageAsync("/?q=稻田&page=6");
        Assert.Null(last.QuerySelector("a[rel=next]"));
        Assert.Equal("/?q=%E7%A8%BB%E7%94%B0&page=5", last.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_page_beyond_the_last_leads_back_to_it()
    {
        var page = await server.GetPageAsync("/?q=稻田&page=9");

        Assert.Equal("没有第 9 页", Text(page, ".message h1"));
        Assert.Equal("/?q=%E7%A8%BB%E7%94%B0&page=6", page.QuerySelector(".message a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_page_of_no_hits_is_not_to_be_had()
    {
        var page = await server.GetPageAsync("/?q=稻田&size=0");

        Assert.Equal(10, page.QuerySelectorAll(".hit").Length);
    }

    [Fact]
    public async Task A_search_without_hits_gives_advice()
    {
        var page = await server.GetPageAsync("/?q=火星&source=田野周刊");

        Assert.Equal("没有找到符合条件的文章", Text(page, ".message h1"));
        Assert.Equal("/?q=%E7%81%AB%E6%98%9F", page.QuerySelector(".advice a")!.GetAttribute("href"));
        Assert.NotEmpty(page.QuerySelectorAll(".chip"));
    }

    [Theory]
    [InlineData("q=稻田&from=昨天", HttpStatusCode.BadRequest, "昨天")]
    [InlineData("q=(", HttpStatusCode.BadRequest, "右括号")]
    [InlineData("q=永远", HttpStatusCode.ServiceUnavailable, "0.3 秒")]
    public async Task A_search_that_fails_says_why_and_keeps_the_words(string query, HttpStatusCode status, string reason)
    {
        var page = await server.GetPageAsync("/?" + query, status);

        Assert.Contains(reason, Text(page, ".message"));
        Assert.Equal(query.Split('&')[0][2..], Field(page, "q"));
    }

    [Fact]
    public async Task An_unexpected_failure_is_a_page_without_the_inside()
    {
        var page = await server.GetPageAsync("/?q=故障", HttpStatusCode.InternalServerError);

        Assert.Equal("服务器内部错误", Text(page, ".message h1"));
        Assert.DoesNotContain("secret", page.DocumentElement.OuterHtml);
    }

    [Fact]
    public async Task A_page_that_can_not_be_drawn_gives_way_to_the_page_of_the_error()
    {
        var page = await server.GetPageAsync("/?q=画不出", HttpStatusCode.InternalServerError);

        Assert.Equal("服务器内部错误", Text(page, ".message h1"));
    }

    [Theory]
    [InlineData("from=9999-12&to=9999-12", "9999年12月")]
    [InlineData("from=0001-01&to=0001-01", "1年1月")]
    [InlineData("from=9999-12-31&to=9999-12-31", "9999-12-31")]
    public async Task The_ends_of_the_calendar_are_days_like_others(string filter, string label)
    {
        var page = await server.GetPageAsync("/?" + filter);

        Assert.Contains(label, Text(page, ".chip"));
    }

    [Fact]
    public async Task What_articles_and_readers_write_is_never_markup()
    {
        var page = await server.GetPageAsync("/?q=" + Uri.EscapeDataString("<script>alert(1)</script>标题"));

        Assert.Empty(page.QuerySelectorAll("script:not([src]), img, i"));
        Assert.Equal("<script>alert(1)</script>标题", Field(page, "q"));
        Assert.Equal(Some.Hostile.Title, Text(page, ".hit h2"));
        Assert.Equal("<i>来源</i>", Text(page, ".hit .source"));
        var article = await server.GetPageAsync(page.QuerySelector(".hit h2 a")!.GetAttribute("href")!);
        Assert.Equal(Some.Hostile.Title, Text(article, "h1"));
    }

    [Fact]
    public async Task A_query_without_hits_is_offered_with_its_correction_and_the_same_filters()
    {
        var page = await server.GetPageAsync("/?q=滨江新侨&source=滨江日报");

        Assert.Equal("您是不是要找：滨江新桥 同音，1 篇", string.Join(' ', Text(page, ".did-you-mean").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        var link = page.QuerySelector<IHtmlAnchorElement>(".did-you-mean a")!;
        Assert.Equal(SearchLinks.Url(new NewsQuery { Text = "滨江新桥", Sources = ["滨江日报"] }), link.GetAttribute("href"));
        Assert.Single((await server.GetPageAsync(link.GetAttribute("href")!)).QuerySelectorAll(".hit"));
    }

    [Fact]
    public async Task A_query_that_was_read_as_it_stands_is_not_repeated()
    {
        var page = await server.GetPageAsync("/?q=新桥 通车");

        Assert.Equal("检索词：新桥通车", Text(page, ".reading"));
        Assert.Null(page.QuerySelector(".read-as"));
    }

    [Fact]
    public async Task A_query_that_is_right_is_not_corrected() =>
        Assert.Null((await server.GetPageAsync("/?q=新桥")).QuerySelector(".did-you-mean"));

    [Fact]
    public async Task The_page_asks_for_one_script_of_its_own_and_no_file_of_others()
    {
        var page = await server.GetPageAsync("/?q=稻田");

        Assert.Empty(page.QuerySelectorAll("script:not([src]), style, [style], [onclick]"));
        Assert.Equal(SiteFiles.SuggestScriptUrl, Assert.Single(page.QuerySelectorAll("script")).GetAttribute("src"));
        Assert.All(page.QuerySelectorAll("link"), link => Assert.StartsWith("/", link.GetAttribute("href")));
    }

    [Fact]
    public async Task Chinese_characters_stand_in_the_page_as_they_are()
    {
        Assert.Contains("北岗村", await server.Client.GetStringAsync("/?q=稻田"));
    }

    private static string Ordered(string filter, string sort) => $"{filter}&{sort}";

    private static string Text(IParentNode parent, string selector) =>
        string.Join(' ', parent.QuerySelector(selector)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Field(IParentNode page, string name) => page.QuerySelector<IHtmlInputElement>($"input[name={name}]")!.Value;

    private static IElement Facet(IHtmlDocument page, string label) =>
        page.QuerySelectorAll(".facet-link").Single(link => Text(link, ".facet-label") == label);
}

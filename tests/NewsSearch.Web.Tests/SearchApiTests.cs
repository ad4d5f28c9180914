using System.Net;
using NewsSearch.Web.Tests.Support;

namespace NewsSearch.Web.Tests;

public sealed class SearchApiTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task A_search_answers_hits_highlights_total_and_facets()
    {
        var result = await server.GetJsonAsync("/api/search?q=新桥%20通车");

        Assert.Equal("新桥 通车", result.GetProperty("query").GetString());
        var reading = result.GetProperty("reading");
        Assert.Equal("新桥 通车", reading.GetProperty("text").GetString());
        Assert.Equal(["新桥", "通车"], reading.GetProperty("units").EnumerateArray().Select(unit => unit.GetProperty("text").GetString()));
        Assert.Equal("characters", reading.GetProperty("units")[0].GetProperty("kind").GetString());
        Assert.Empty(reading.GetProperty("notes").EnumerateArray());
        Assert.Equal(1, result.GetProperty("total").GetInt32());
        var hit = Assert.Single(result.GetProperty("hits").EnumerateArray());
        Assert.Equal("bridge-1", hit.GetProperty("id").GetString());
        Assert.Equal("2024-05-21T18:02:47+08:00", hit.GetProperty("publishedAt").GetString());
        Assert.Equal("新闻频道/国内新闻", hit.GetProperty("channel").GetString());
        var highlight = hit.GetProperty("title").GetProperty("highlights")[0];
        Assert.Equal((2, 2), (highlight.GetProperty("start").GetInt32(), highlight.GetProperty("length").GetInt32()));
        var facet = result.GetProperty("facets").GetProperty("months")[0];
        Assert.Equal(("2024-05", 1), (facet.GetProperty("value").GetString(), facet.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task Chinese_characters_stand_unescaped_in_the_answer()
    {
        var text = await server.Client.GetStringAsync("/api/search?q=北岗村&size=1");

        Assert.Contains("北岗村秋收见闻之1", text);
        Assert.DoesNotContain("\\u5317", text);
    }

    [Theory]
    [InlineData("", 64)]
    [InlineData("source=侨声报", 1)]
    [InlineData("source=侨声报&source=田野周刊", 21)]
    [InlineData("channel=经济频道", 40)]
    [InlineData("channel=经济频道/农业", 20)]
    [InlineData("channel=经济频道/农业&channel=国际频道", 21)]
    [InlineData("from=2024-05-21&to=2024-05-21", 1)]
    [InlineData("from=2024-05", 2)]
    [InlineData("to=2023-02&from=2023-02", 5)]
    [InlineData("from=2023-09-29&to=2023-09-29&source=侨声报", 1)]
    [InlineData("from=2023-09-30&source=侨声报", 0)]
    [InlineData("q=&source=&from=&to=&sort=&size=&page=&facets=", 64)]
    public async Task Filters_narrow_the_search(string filters, int total)
    {
        var result = await server.GetJsonAsync("/api/search?" + filters);

        Assert.Equal(total, result.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Page_and_size_choose_the_hits()
    {
        var result = await server.GetJsonAsync("/api/search?q=北岗村&size=25&page=3&facets=false");

        Assert.Equal(60, result.GetProperty("total").GetInt32());
        Assert.Equal((3, 25), (result.GetProperty("page").GetInt32(), result.GetProperty("size").GetInt32()));
        Assert.Equal(10, result.GetProperty("hits").GetArrayLength());
        Assert.Equal("harvest-51", result.GetProperty("hits")[0].GetProperty("id").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, result.GetProperty("facets").ValueKind);
    }

    [Theory]
    [InlineData("newest", "恶意/../<b>\"?&#%2F")]
    [InlineData("oldest", "harvest-60")]
    [InlineData("relevance", "bridge-1")]
    public async Task Sort_orders_the_hits(string sort, string first)
    {
        var result = await server.GetJsonAsync("/api/search?sort=" + sort);

        Assert.Equal(first, result.GetProperty("hits")[0].GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("sort=size", "sort", "newest")]
    [InlineData("from=21.5.2024", "from", "2024-05-21")]
    [InlineData("to=2024-13", "to", "2024-05")]
    [InlineData("from=2024-02-30", "from", "2024-02-30")]
    [InlineData("from=2024-06&to=2024-05", "from", "2024-05-31")]
    [InlineData("size=101", "size", "100")]
    [InlineData("size=-1", "size", "100")]
    [InlineData("size=ten", "size", "100")]
    [InlineData("page=0", "page", "1")]
    [InlineData("page=99999999999999999999", "page", "10000")]
    [InlineData("page=101&size=100", "page", "10000")]
    [InlineData("facets=yes", "facets", "false")]
    [InlineData("q=a&q=b", "q", "一次")]
    [InlineData("q=(", "q", "右括号")]
    public async Task A_parameter_that_makes_no_sense_is_refused_by_name_with_a_remedy(string query, string parameter, string remedy)
    {
        var problem = await server.GetProblemAsync(HttpStatusCode.BadRequest, "/api/search?" + query);

        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
        Assert.Contains(remedy, problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task The_last_page_within_the_limit_is_served()
    {
        var result = await server.GetJsonAsync("/api/search?page=100&size=100");

        Assert.Equal(0, result.GetProperty("hits").GetArrayLength());
    }

    [Fact]
    public async Task A_query_of_the_longest_length_is_answered_and_a_longer_one_refused()
    {
        await server.GetJsonAsync("/api/search?q=" + Uri.EscapeDataString(new string('桥', 1000)));
        var problem = await server.GetProblemAsync(HttpStatusCode.BadRequest, "/api/search?q=" + Uri.EscapeDataString(new string('桥', 1001)));

        Assert.Equal("q", problem.GetProperty("parameter").GetString());
        Assert.Contains("1001", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_request_line_beyond_all_measure_is_refused()
    {
        using var response = await server.Client.GetAsync("/api/search?q=" + new string('a', 40_000));

        Assert.Equal(HttpStatusCode.RequestUriTooLong, response.StatusCode);
    }

    [Fact]
    public async Task A_misspelt_parameter_is_refused_with_the_names_there_are()
    {
        var problem = await server.GetProblemAsync(HttpStatusCode.BadRequest, "/api/search?q=新桥&sorce=滨江日报");

        Assert.Equal("sorce", problem.GetProperty("parameter").GetString());
        Assert.Contains("source", problem.GetProperty("detail").GetString());
        Assert.Equal(SearchParameters.Names, problem.GetProperty("knownParameters").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task A_search_that_takes_too_long_is_given_up()
    {
        var problem = await server.GetProblemAsync(HttpStatusCode.ServiceUnavailable, "/api/search?q=永远");

        Assert.Contains("0.3 秒", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_failure_tells_nothing_of_the_inside()
    {
        using var response = await server.Client.GetAsync("/api/search?q=故障");
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("secret", text);
        Assert.DoesNotContain("Exception", text);
    }
}

using System.Net;
using NewsSearch.Web.Tests.Support;

namespace NewsSearch.Web.Tests;

public sealed class SuggestApiTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task A_suggestion_has_text_kind_query_and_number_of_articles()
    {
        var result = await server.GetJsonAsync("/api/suggest?prefix=滨江");

        Assert.Equal("滨江", result.GetProperty("prefix").GetString());
        var suggestion = Assert.Single(result.GetProperty("suggestions").EnumerateArray());
        Assert.Equal(Some.Bridge.Title, suggestion.GetProperty("text").GetString());
        Assert.Equal("title", suggestion.GetProperty("kind").GetString());
        Assert.Equal(Some.Bridge.Title, suggestion.GetProperty("query").GetString());
        Assert.Equal(1, suggestion.GetProperty("articles").GetInt32());
    }

    [Fact]
    public async Task The_size_bounds_the_number_and_is_ten_if_not_given()
    {
        Assert.Equal(10, await CountAsync("/api/suggest?prefix=北岗村"));
        Assert.Equal(3, await CountAsync("/api/suggest?prefix=北岗村&size=3"));
        Assert.Equal(20, await CountAsync("/api/suggest?prefix=北岗村&size=20"));
    }

    [Theory]
    [InlineData("/api/suggest")]
    [InlineData("/api/suggest?prefix=")]
    [InlineData("/api/suggest?prefix=没有这样开头的")]
    public async Task Nothing_to_complete_is_no_error(string path) => Assert.Equal(0, await CountAsync(path));

    [Theory]
    [InlineData("/api/suggest?prefix=a&size=0", "size")]
    [InlineData("/api/suggest?prefix=a&size=21", "size")]
    [InlineData("/api/suggest?prefix=a&size=many", "size")]
    [InlineData("/api/suggest?prefix=a&prefix=b", "prefix")]
    [InlineData("/api/suggest?prefix=a&limit=3", "limit")]
    [InlineData("/api/suggest?q=a", "q")]
    public async Task A_bad_parameter_is_named(string path, string parameter)
    {
        var problem = await server.GetProblemAsync(HttpStatusCode.BadRequest, path);

        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task What_takes_too_long_ends_with_a_problem() =>
        await server.GetProblemAsync(HttpStatusCode.ServiceUnavailable, "/api/suggest?prefix=永远");

    private async Task<int> CountAsync(string path) => (await server.GetJsonAsync(path)).GetProperty("suggestions").GetArrayLength();
}

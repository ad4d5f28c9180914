using System.Net;
using NewsSearch.Web.Tests.Support;

namespace NewsSearch.Web.Tests;

public sealed class ExplainApiTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task An_article_that_comes_has_rank_score_and_parts()
    {
        var why = await server.GetJsonAsync("/api/articles/bridge-1/why?q=新桥 通车&size=5&page=3");

        Assert.Equal(("bridge-1", "found", 1), (why.GetProperty("id").GetString(), why.GetProperty("outcome").GetString(), why.GetProperty("rank").GetInt32()));
        Assert.Equal(2, why.GetProperty("score").GetDouble());
        Assert.Equal(["word", "word"], why.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("kind").GetString()));
        Assert.Equal("新桥", why.GetProperty("reading").GetProperty("units")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task An_article_that_does_not_come_has_the_conditions_that_keep_it_out()
    {
        var why = await server.GetJsonAsync("/api/articles/bridge-1/why?q=新桥 火星&source=乡音网");

        Assert.Equal("keptOut", why.GetProperty("outcome").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, why.GetProperty("rank").ValueKind);
        Assert.Equal(
            [("unit", null), ("unit", "missing"), ("source", "otherValue")],
            why.GetProperty("conditions").EnumerateArray().Select(condition => (condition.GetProperty("kind").GetString(), condition.GetProperty("reason").GetString())));
    }

    [Fact]
    public async Task The_article_may_be_named_by_its_address()
    {
        var why = await server.GetJsonAsync($"/api/articles/{Uri.EscapeDataString(Some.Bridge.Url!)}/why?q=新桥");

        Assert.Equal("bridge-1", why.GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_id_of_any_characters_is_found()
    {
        var why = await server.GetJsonAsync($"/api/articles/{Uri.EscapeDataString(Some.Hostile.Id)}/why?q=标题");

        Assert.Equal(Some.Hostile.Id, why.GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_unknown_article_is_404_and_named()
    {
        var problem = await server.GetProblemAsync(HttpStatusCode.NotFound, "/api/articles/nothing/why?q=新桥");

        Assert.Contains("nothing", problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("from=yesterday", "from")]
    [InlineData("from=2024-02-01&to=2024-01-01", "from")]
    [InlineData("sort=best", "sort")]
    [InlineData("q=%28", "q")]
    [InlineData("qq=新桥", "qq")]
    public async Task A_bad_parameter_is_named(string query, string parameter)
    {
        var problem = await server.GetProblemAsync(HttpStatusCode.BadRequest, "/api/articles/bridge-1/why?" + query);

        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task What_takes_too_long_ends_with_a_problem() =>
        await server.GetProblemAsync(HttpStatusCode.ServiceUnavailable, "/api/articles/bridge-1/why?q=永远");
}

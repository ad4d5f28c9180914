using System.Net;
using System.Text.Json;
using NewsSearch.Archive;
using NewsSearch.Web.Tests.Support;

namespace NewsSearch.Web.Tests;

public sealed class ArticleApiTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task An_article_comes_whole()
    {
        var json = await server.GetJsonAsync("/api/articles/bridge-1");
        var article = json.Deserialize<Article>(NewsJson.Options)!;

        Assert.Equal("2024-05-21T18:02:47+08:00", json.GetProperty("publishedAt").GetString());
        Assert.Equivalent(Some.Bridge, article);
    }

    [Fact]
    public async Task Times_keep_the_offset_of_the_publisher()
    {
        var json = await server.GetJsonAsync("/api/articles/far-away");

        Assert.Equal("2023-09-29T22:30:00-07:00", json.GetProperty("publishedAt").GetString());
    }

    [Theory]
    [InlineData("/api/articles/")]
    [InlineData("/API/Articles/")]
    public async Task An_id_of_any_characters_is_found(string path)
    {
        var json = await server.GetJsonAsync(path + Uri.EscapeDataString(Some.Hostile.Id));
        var related = await server.GetJsonAsync(path + Uri.EscapeDataString(Some.Hostile.Id) + "/related?size=3");

        Assert.Equal(Some.Hostile.Id, json.GetProperty("id").GetString());
        Assert.Equal(Some.Hostile.Id, related.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("/api/articles/nothing")]
    [InlineData("/api/articles/nothing/related")]
    public async Task An_unknown_article_is_404_and_named(string path)
    {
        var problem = await server.GetProblemAsync(HttpStatusCode.NotFound, path);

        Assert.Contains("nothing", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Related_articles_come_without_the_article_itself()
    {
        var json = await server.GetJsonAsync("/api/articles/bridge-1/related?size=5");

        var ids = json.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()).ToList();
        Assert.Equal(5, ids.Count);
        Assert.DoesNotContain("bridge-1", ids);
    }

    [Theory]
    [InlineData("size=0", "size")]
    [InlineData("size=51", "size")]
    [InlineData("count=5", "count")]
    public async Task A_wrong_parameter_of_related_is_refused(string query, string parameter)
    {
        var problem = await server.GetProblemAsync(HttpStatusCode.BadRequest, "/api/articles/bridge-1/related?" + query);

        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Sources_answer_what_the_archive_holds()
    {
        var json = await server.GetJsonAsync("/api/sources");

        Assert.Equal(64, json.GetProperty("articleCount").GetInt32());
        Assert.Equal("2024-06-30", json.GetProperty("latest").GetString());
        var first = json.GetProperty("sources")[0];
        Assert.Equal(("滨江日报", 21), (first.GetProperty("value").GetString(), first.GetProperty("count").GetInt32()));
    }
}

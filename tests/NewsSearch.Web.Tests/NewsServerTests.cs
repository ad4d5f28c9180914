using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using NewsSearch.Web.Tests.Support;

namespace NewsSearch.Web.Tests;

public sealed class NewsServerTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task A_server_with_an_archive_is_live_and_ready()
    {
        var live = await server.GetJsonAsync("/health/live");
        var ready = await server.GetJsonAsync("/health/ready");

        Assert.Equal("live", live.GetProperty("status").GetString());
        Assert.Equal("ready", ready.GetProperty("status").GetString());
        Assert.Equal(64, ready.GetProperty("articleCount").GetInt32());
    }

    [Fact]
    public async Task A_server_without_an_archive_is_live_and_answers_503_until_it_has_one()
    {
        await using var early = await NewsServer.StartAsync(new NewsServerOptions { Urls = ["http://127.0.0.1:0"] });
        using var client = new HttpClient { BaseAddress = new Uri(early.Urls.Single()) };

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        foreach (var path in new[] { "/health/ready", "/api/search", "/api/articles/x", "/api/sources", "/", "/articles/x" })
        {
            using var response = await client.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.ServiceUnavailable), (path, response.StatusCode));
            Assert.NotNull(response.Headers.RetryAfter);
            Assert.Contains("索引尚未就绪", await response.Content.ReadAsStringAsync());
        }

        early.Open(new MemoryNewsSearcher(Some.Archive));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
    }

    [Fact]
    public async Task A_port_in_use_is_an_IOException()
    {
        await Assert.ThrowsAsync<IOException>(() => NewsServer.StartAsync(new NewsServerOptions { Urls = [server.Url] }));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/articles/bridge-1")]
    [InlineData("/articles/nothing")]
    [InlineData("/api/search")]
    [InlineData("/api/search?sorce=x")]
    [InlineData("/api/search?q=故障")]
    [InlineData("/nowhere")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var response = await server.Client.GetAsync(path);

        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_path_that_is_none_is_404_for_programs_and_for_readers()
    {
        var problem = await server.GetProblemAsync(HttpStatusCode.NotFound, "/api/nothing");
        var page = await server.GetPageAsync("/nothing", HttpStatusCode.NotFound);

        Assert.Contains("/api/nothing", problem.GetProperty("detail").GetString());
        Assert.Equal("没有这个网址", page.QuerySelector("main h1")!.TextContent);
    }

    [Fact]
    public async Task Writing_is_refused_with_the_methods_there_are()
    {
        using var response = await server.Client.PostAsync("/api/search", null);
        var problem = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Contains("GET", problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/health/ready")]
    [InlineData("/api/search?q=新桥")]
    public async Task HEAD_answers_as_GET_does_without_a_body(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var response = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/site.css", "text/css")]
    [InlineData("/favicon.svg", "image/svg+xml")]
    public async Task Style_sheet_and_icon_come_out_of_the_assembly(string path, string mediaType)
    {
        using var response = await server.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.True((await response.Content.ReadAsByteArrayAsync()).Length > 100);
    }
}

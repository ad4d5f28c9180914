using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NewsSearch.Web.Tests.Support;

/// <summary>A real server on a free port of this machine, and a client that asks it.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    private NewsServer? _server;

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public string Url => _server!.Urls.Single();

    public async Task InitializeAsync()
    {
        _server = await NewsServer.StartAsync(new NewsServerOptions
        {
            Urls = ["http://127.0.0.1:0"],
            SearchTimeLimit = TimeSpan.FromMilliseconds(300),
        });
        _server.Open(new MemoryNewsSearcher(Some.Archive));
        Client.BaseAddress = new Uri(Url);
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _server!.DisposeAsync();
    }

    /// <summary>The JSON at a path that is expected to answer 200.</summary>
    public async Task<JsonElement> GetJsonAsync(string path)
    {
        using var response = await Client.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode} {text}");
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>The problem details at a path that is expected to answer this status.</summary>
    public async Task<JsonElement> GetProblemAsync(HttpStatusCode expected, string path)
    {
        using var response = await Client.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{path}: {response.StatusCode} {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        Assert.Equal((int)expected, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        return problem;
    }

    /// <summary>The page at a path that is expected to answer this status.</summary>
    public async Task<IHtmlDocument> GetPageAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{path}: {response.StatusCode} {text}");
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        return await new HtmlParser().ParseDocumentAsync(text);
    }
}

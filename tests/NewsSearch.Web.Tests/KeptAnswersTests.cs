using System.Net;
using System.Net.Http.Headers;
using NewsSearch.Archive;
using NewsSearch.Archive.Searching;
using NewsSearch.Web.Tests.Support;

namespace NewsSearch.Web.Tests;

/// <summary>Answers of /api/search that are asked for again: they save the search, and are never of an archive that is no more.</summary>
public sealed class KeptAnswersTests : IAsyncLifetime, IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "newssearch-kept-" + Guid.NewGuid().ToString("N"));
    private readonly CountingSearcher _searcher = new(new MemoryNewsSearcher(Some.Archive));
    private readonly HttpClient _client = new();
    private NewsServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await NewsServer.StartAsync(new NewsServerOptions { Urls = ["http://127.0.0.1:0"], SearchTimeLimit = TimeSpan.FromSeconds(5) });
        _server.Open(_searcher);
        _client.BaseAddress = new Uri(_server.Urls.Single());
    }

    public void Dispose() => _client.Dispose();

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_third_time_a_question_is_asked_nothing_is_searched()
    {
        await _client.GetStringAsync("/api/search?q=通车&size=5&source=");
        var second = await _client.GetStringAsync("/api/search?q=通车&size=5");
        var third = await _client.GetAsync("/api/search?size=5&q=通车&sort=relevance");

        Assert.Equal(2, _searcher.SearchCount);
        Assert.Equal(second, await third.Content.ReadAsStringAsync());
        Assert.Equal("application/json; charset=utf-8", third.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public async Task After_a_change_it_is_searched_again(long commits, long dictionaries)
    {
        for (var i = 0; i < 3; i++) await _client.GetStringAsync("/api/search?q=通车");
        _searcher.Version = new ArchiveVersion(commits, dictionaries);

        await _client.GetStringAsync("/api/search?q=通车");
        await _client.GetStringAsync("/api/search?q=通车");

        Assert.Equal(3, _searcher.SearchCount);
    }

    [Fact]
    public async Task What_failed_is_not_kept()
    {
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.BadRequest, (await _client.GetAsync("/api/search?q=(")).StatusCode);

        Assert.Equal(3, _searcher.SearchCount);
    }

    [Fact]
    public async Task Whoever_has_the_answer_of_this_archive_is_told_so_without_a_search()
    {
        var first = await _client.GetAsync("/api/search?q=通车");
        var tag = first.Headers.ETag!;
        Assert.True(first.Headers.CacheControl!.NoCache);

        var again = await AskAsync("/api/search?q=通车", tag);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(tag, again.Headers.ETag);
        Assert.Equal(1, _searcher.SearchCount);
        _searcher.Version = new ArchiveVersion(1, 0);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/api/search?q=通车", tag)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync("/api/search?q=通车&page=0", tag)).StatusCode);
    }

    [Fact]
    public async Task A_commit_and_a_change_of_the_dictionary_show_in_the_next_answer()
    {
        Index("甲", "新桥通车");
        using var local = LocalNewsSearcher.Open(_folder, new LocalSearchOptions { RefreshInterval = TimeSpan.Zero });
        _server.Open(local);
        for (var i = 0; i < 3; i++) Assert.Contains("\"total\":1,", await _client.GetStringAsync("/api/search?q=新桥"));

        Index("乙", "又一座新桥");

        for (var i = 0; i < 3; i++) Assert.Contains("\"total\":2,", await _client.GetStringAsync("/api/search?q=新桥"));
        for (var i = 0; i < 3; i++) Assert.Contains("\"total\":0,", await _client.GetStringAsync("/api/search?q=跨江大道"));

        await File.WriteAllTextAsync(Path.Combine(_folder, "dictionary.txt"), "跨江大道 = 新桥\n");

        for (var i = 0; i < 3; i++) Assert.Contains("\"total\":2,", await _client.GetStringAsync("/api/search?q=跨江大道"));
    }

    [Fact]
    public async Task While_others_ask_for_the_same_every_commit_shows()
    {
        Index("0", "新桥通车");
        using var local = LocalNewsSearcher.Open(_folder, new LocalSearchOptions { RefreshInterval = TimeSpan.Zero });
        _server.Open(local);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested) await _client.GetStringAsync("/api/search?q=新桥&size=1");
        })).ToList();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        for (var number = 1; number <= 15; number++)
        {
            Index($"{number}", "新桥通车");
            // Nobody waits for whoever is opening the newer commit just then.
            while (!(await _client.GetStringAsync("/api/search?q=新桥&size=1", limit.Token)).Contains($"\"total\":{number + 1},")) limit.Token.ThrowIfCancellationRequested();
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
    }

    private void Index(string id, string title)
    {
        using var indexer = ArticleIndexer.Open(_folder);
        indexer.Add(new Article { Id = id, Title = title, Body = "" });
        indexer.Commit();
    }

    private Task<HttpResponseMessage> AskAsync(string path, EntityTagHeaderValue tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(tag);
        return _client.SendAsync(request);
    }
}

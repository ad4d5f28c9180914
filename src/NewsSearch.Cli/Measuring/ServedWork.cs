using System.Text;
using NewsSearch.Archive.Searching;
using NewsSearch.Web;

namespace NewsSearch.Cli.Measuring;

/// <summary>The server as <c>serve</c> runs it, on a free port, with a bare endpoint beside its own.</summary>
internal sealed class ServedWork : IDisposable
{
    private readonly LocalNewsSearcher _searcher;
    private readonly NewsServer _server;

    /// <param name="index">What it serves.</param>
    /// <param name="bareByteCount">Bytes that the bare endpoint answers with.</param>
    public ServedWork(string index, int bareByteCount)
    {
        const string Json = """{"padding":""}""";
        var bare = Encoding.ASCII.GetBytes(Json.Insert(Json.Length - 2, new string('x', Math.Max(0, bareByteCount - Json.Length))));
        _searcher = LocalNewsSearcher.Open(index);
        _server = NewsServer.StartAsync(new NewsServerOptions { Urls = ["http://127.0.0.1:0"], BareAnswer = bare }).GetAwaiter().GetResult();
        _server.Open(_searcher);
    }

    public WorkerAnswer Describe() => new WorkerAnswer().Add("url", _server.Urls.Single())
        .Add("docs", _searcher.SummarizeAsync(CancellationToken.None).GetAwaiter().GetResult().ArticleCount);

    public void Dispose()
    {
        _server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _searcher.Dispose();
    }
}

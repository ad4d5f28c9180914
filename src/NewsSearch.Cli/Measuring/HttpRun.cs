using System.Globalization;
using NewsSearch.Web;

namespace NewsSearch.Cli.Measuring;

/// <summary>
/// Loads the server and a bare endpoint of the same server in turn: queries that repeat, then queries that never do. Server and generator are
/// processes of their own on the same machine.
/// </summary>
internal sealed class HttpRun(BenchFolder folder, BenchSide ours, BuiltIndexes indexes, BenchPlan plan, MeasurementLog log)
{
    public static readonly int[] Connections = [1, 2, 4, 8, 16, 32];

    private const int HotCount = 300;

    /// <summary>One in so many of the requests of a turn where each is searched.</summary>
    private const int DistinctShare = 10;

    private readonly int _distinctRequests = Math.Max(1, plan.Requests / DistinctShare);

    /// <summary>The server, its address, and what it is loaded with.</summary>
    private sealed record Stage(WorkerProcess Server, WorkerProcess Generator, string Url);

    public void Run()
    {
        var repeated = folder.Texts("http-repeated.tsv", (corpus, seed) => new HttpDraw(corpus, folder.ArticleCount, seed).Draw(HotCount));
        var pool = _distinctRequests * Connections.Length * (plan.Rounds + 1);
        var distinct = folder.Texts($"http-distinct-{pool}.tsv", (corpus, seed) => new HttpDraw(corpus, folder.ArticleCount, seed + 1).Draw(pool));
        var bare = folder.Texts("http-bare.tsv", (_, _) => [new AskedText("bare", NewsServer.BarePath)]);
        var size = MeanSize(repeated);
        using var server = WorkerProcess.Start(ours);
        using var generator = WorkerProcess.Start(ours);
        var stage = new Stage(server, generator, Open(server, size).Text("url"));
        for (var round = 0; round <= plan.Rounds; round++)
        {
            foreach (var (level, connections) in Connections.Index())
            {
                // The first round is for the compiler.
                Turn(stage, round, BenchWorks.HttpBare, bare, connections, plan.Requests, 0);
                Turn(stage, round, BenchWorks.HttpRepeated, repeated, connections, plan.Requests, 0);
                Turn(stage, round, BenchWorks.HttpDistinct, distinct, connections, _distinctRequests, (round * Connections.Length + level) * _distinctRequests);
            }
        }
    }

    /// <summary>Mean bytes of an answer: so many the bare endpoint answers with.</summary>
    private int MeanSize(string repeated)
    {
        using var server = WorkerProcess.Start(ours);
        using var generator = WorkerProcess.Start(ours);
        return (int)generator.Ask("load", Open(server, 0).Text("url"), repeated, "1", $"{HotCount}", "0").Number("bytes");
    }

    private WorkerAnswer Open(WorkerProcess server, int bareSize)
    {
        var opened = server.Ask("serve", indexes.Shipped(), $"{bareSize}");
        Agreement.RequireValue("serve", ours.Name, "docs", opened, folder.ArticleCount);
        return opened;
    }

    private void Turn(Stage stage, int round, string work, string paths, int connections, int requests, int from)
    {
        // Of one connection the time is what the answers take one by one; a quarter of the requests is enough of it.
        var count = connections == 1 ? Math.Max(1, requests / 4) : requests;
        var before = stage.Server.Ask("used").Number("cpu");
        var answer = stage.Generator.Ask("load", stage.Url, paths, $"{connections}", $"{count}", $"{from}");
        var cpu = stage.Server.Ask("used").Number("cpu") - before;
        answer.Add("cpu", (cpu / count * 1e6).ToString("F1", CultureInfo.InvariantCulture));
        if (round > 0) log.Keep(round, ours.Name, $"{work}-{connections}", answer);
    }
}

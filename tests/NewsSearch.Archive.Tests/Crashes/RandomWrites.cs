namespace NewsSearch.Archive.Tests.Crashes;

/// <summary>One caller of an indexer: adds, replaces and deletes articles of its own ids at random, several at once, and commits now and then.</summary>
/// <param name="indexer">Shared with other callers.</param>
/// <param name="log">Hears of every write.</param>
/// <param name="caller">Part of the ids, so that the writes to one id have an order that the log knows.</param>
/// <param name="firstVersion">Versions grow from here; later callers of the same name must begin higher.</param>
/// <param name="random">Draws what is done.</param>
internal sealed class RandomWrites(ArticleIndexer indexer, IWriteLog log, string caller, long firstVersion, Random random)
{
    private const int IdCount = 12;
    private const int MostAtOnce = 5;
    private const int StepsPerCommit = 25;

    private long _version = firstVersion;

    /// <summary>Works through so many steps, each a few writes at once or a commit.</summary>
    public async Task RunAsync(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            if (random.Next(StepsPerCommit) == 0) Commit();
            var ids = Enumerable.Range(0, IdCount).ToArray();
            random.Shuffle(ids);
            await Task.WhenAll(ids.Take(1 + random.Next(MostAtOnce)).Select(id => WriteAsync($"{caller}-{id}")).ToArray());
        }
    }

    private async Task WriteAsync(string id)
    {
        var version = _version++;
        var isDeletion = random.Next(4) == 0;
        log.Tried(id, version, isDeletion);
        await (isDeletion ? indexer.DeleteAsync(id) : indexer.AddAsync(CrashArticle.Make(id, version))).ConfigureAwait(false);
        log.Acknowledged(id, version);
    }

    private void Commit()
    {
        log.Committing();
        indexer.Commit();
        log.Committed();
    }
}

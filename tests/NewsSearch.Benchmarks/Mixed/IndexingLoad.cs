using NewsSearch.Archive;
using NewsSearch.Benchmarks.Corpus;
using NewsSearch.Lucene.Indexing;

namespace NewsSearch.Benchmarks.Mixed;

/// <summary>
/// Threads that index for as long as this lives. One article in five replaces an earlier one, as corrections do. A further thread
/// makes what was indexed visible again and again.
/// </summary>
internal sealed class IndexingLoad : IDisposable
{
    private const int UpdateEvery = 5;

    private readonly IndexWriter _writer;
    private readonly ArticleGenerator _generator;
    private readonly CancellationTokenSource _end = new();
    private readonly List<Thread> _threads = [];
    private Exception? _failure;
    private int _count;
    private int _refreshCount;

    /// <param name="writer">Of the index that is searched; disposed by the caller, after this.</param>
    /// <param name="generator">Where articles come from.</param>
    /// <param name="threadCount">Threads that index.</param>
    /// <param name="nice">How much they stand back for threads that search, see <see cref="ThreadPriority"/>.</param>
    /// <param name="refresh">Makes searches see a new commit.</param>
    /// <param name="interval">Time between two commits.</param>
    public IndexingLoad(IndexWriter writer, ArticleGenerator generator, int threadCount, int nice, Action refresh, TimeSpan interval)
    {
        _writer = writer;
        _generator = generator;
        for (var i = 0; i < threadCount; i++) Start(Index, nice);
        Start(
            () =>
            {
                while (!_end.Token.WaitHandle.WaitOne(interval)) Commit(refresh);
            },
            nice);
    }

    /// <summary>Articles indexed so far.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>How often they were made visible.</summary>
    public int RefreshCount => Volatile.Read(ref _refreshCount);

    /// <summary>Ends all threads.</summary>
    public void Dispose()
    {
        _end.Cancel();
        foreach (var thread in _threads) thread.Join();
        _end.Dispose();
        if (_failure is not null) throw new InvalidOperationException($"Indexing failed: {_failure.Message}", _failure);
    }

    private void Start(Action work, int nice)
    {
        var thread = new Thread(() =>
        {
            try
            {
                ThreadPriority.Lower(nice);
                work();
            }
            catch (Exception error)
            {
                _failure = error;
            }
        });
        _threads.Add(thread);
        thread.Start();
    }

    private void Index()
    {
        while (!_end.IsCancellationRequested)
        {
            var number = Interlocked.Increment(ref _count);
            var article = _generator.Create(number % UpdateEvery == 0 ? number / 2 : number);
            _writer.Update(ArticleSchema.IdTerm(article.Id), ArticleSchema.ToDocument(article));
        }
    }

    private void Commit(Action refresh)
    {
        _writer.Commit();
        refresh();
        Interlocked.Increment(ref _refreshCount);
    }
}

using NewsSearch.Archive;
using NewsSearch.Benchmarks.Corpus;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Reading;

namespace NewsSearch.Benchmarks.Mixed;

/// <summary>
/// Threads that index for as long as this lives. One article in five replaces an earlier one, as corrections do. A further thread
/// makes what was indexed visible again and again, and commits now and then.
/// </summary>
internal sealed class IndexingLoad : IDisposable
{
    private const int UpdateEvery = 5;
    private const int CommitEvery = 10;

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
    /// <param name="standsBack">Whether they leave the processor to threads that search, see <see cref="BackgroundThread"/>.</param>
    /// <param name="show">Lets searches go on to a new snapshot.</param>
    /// <param name="interval">Time between two snapshots.</param>
    public IndexingLoad(IndexWriter writer, ArticleGenerator generator, int threadCount, bool standsBack, Action<DirectoryReader> show, TimeSpan interval)
    {
        _writer = writer;
        _generator = generator;
        for (var i = 0; i < threadCount; i++) Start(Index, standsBack);
        Start(
            () =>
            {
                while (!_end.Token.WaitHandle.WaitOne(interval)) Refresh(show);
            },
            standsBack);
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

    private void Start(Action work, bool standsBack)
    {
        void Run()
        {
            try
            {
                work();
            }
            catch (Exception error)
            {
                _failure = error;
            }
        }

        if (standsBack)
        {
            _threads.Add(BackgroundThread.Start("indexing", Run));
            return;
        }

        var thread = new Thread(Run);
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

    private void Refresh(Action<DirectoryReader> show)
    {
        show(_writer.OpenReader());
        if (Interlocked.Increment(ref _refreshCount) % CommitEvery == 0) _writer.Commit();
    }
}

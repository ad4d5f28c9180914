using System.Diagnostics;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Caching;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Archive.Searching;

/// <summary>
/// Lends the newest commit of an index to searches. At most once in an interval one of them looks for a newer commit and goes on to it, while others are
/// answered from the one before. Thread-safe.
/// </summary>
internal sealed class NewestCommit : IDisposable
{
    private readonly FilterCache _filters = new();
    private readonly Lock _refresh = new();
    private readonly string _directory;
    private readonly TimeSpan _interval;
    private readonly Action<Exception>? _failed;
    private volatile IndexSearcher _current;
    private long _lookedAt = Stopwatch.GetTimestamp();
    private long _version;
    private volatile bool _isDisposed;
    private string? _failure;

    /// <param name="directory">Name of the index.</param>
    /// <param name="reader">The commit to begin with; owned from here on.</param>
    /// <param name="interval">How long after a commit searches may still be answered from the one before.</param>
    /// <param name="failed">Is told why a newer commit could not be opened; answers go on from the older one.</param>
    /// <exception cref="ArticleSchemaException">The index holds articles in another form.</exception>
    public NewestCommit(string directory, DirectoryReader reader, TimeSpan interval, Action<Exception>? failed)
    {
        _directory = directory;
        _interval = interval;
        _failed = failed;
        _current = SearcherOf(reader);
    }

    /// <summary>Grows when searches go on to a newer commit: one that begins after reading it is answered from that commit, or a newer one.</summary>
    public long Version
    {
        get
        {
            RefreshIfDue();
            return Volatile.Read(ref _version);
        }
    }

    /// <summary>Answers a question from one commit, whose files stay until the answer is there.</summary>
    /// <exception cref="ObjectDisposedException">It is over.</exception>
    public T Ask<T>(Func<IndexSearcher, T> question)
    {
        RefreshIfDue();
        var searcher = Acquire();
        try
        {
            return question(searcher);
        }
        finally
        {
            searcher.Reader.Release();
        }
    }

    public void Dispose()
    {
        lock (_refresh)
        {
            if (_isDisposed) return;
            _isDisposed = true;
            _current.Reader.Dispose();
        }
    }

    private IndexSearcher SearcherOf(DirectoryReader reader)
    {
        try
        {
            ArticleSchema.CheckVersion(reader, _directory);
            return new IndexSearcher(reader, _filters);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    private IndexSearcher Acquire()
    {
        while (true)
        {
            var searcher = _current;
            if (searcher.Reader.TryAcquire()) return searcher;
            // Another search has gone on to a newer commit in between; only Dispose leaves nothing to go on to.
            ObjectDisposedException.ThrowIf(_isDisposed, this);
        }
    }

    private void RefreshIfDue()
    {
        if (Stopwatch.GetElapsedTime(Interlocked.Read(ref _lookedAt)) >= _interval) Refresh();
    }

    private void Refresh()
    {
        // Whoever looks, looks for all; nobody waits for it.
        if (!_refresh.TryEnter()) return;
        try
        {
            if (_isDisposed) return;
            var old = _current.Reader;
            if (DirectoryReader.OpenIfChanged(old) is not { } newer) return;
            _current = SearcherOf(newer);
            // Only now: whoever reads the new number is to be answered from the new commit.
            Volatile.Write(ref _version, _version + 1);
            _failure = null;
            old.Dispose();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It may stay so for long; once is enough.
            if (error.Message != _failure) _failed?.Invoke(error);
            _failure = error.Message;
        }
        finally
        {
            Interlocked.Exchange(ref _lookedAt, Stopwatch.GetTimestamp());
            _refresh.Exit();
        }
    }
}

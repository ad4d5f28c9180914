using System.Diagnostics;
using System.Text;
using NewsSearch.Archive;
using NewsSearch.Archive.Importing;

namespace NewsSearch.Cli;

/// <summary>Reads articles from files into an index. Its counts may be watched from another thread while it works.</summary>
/// <param name="sources">The files with their readers.</param>
/// <param name="directory">Directory of the index.</param>
/// <param name="refusals">Takes what can't go in.</param>
internal sealed class IndexRun(IReadOnlyList<(string Path, IArticleSource Source)> sources, string directory, RefusalLog refusals)
{
    private readonly Stopwatch _watch = new();
    private long _bytesOfFinishedFiles;
    private long _textBytes;
    private int _articleCount;
    private int _fileIndex;

    public string Directory => directory;

    public RefusalLog Refusals => refusals;

    /// <summary>Articles that went in.</summary>
    public int ArticleCount => Volatile.Read(ref _articleCount);

    /// <summary>Text that went in: titles and bodies as UTF-8.</summary>
    public long TextBytes => Volatile.Read(ref _textBytes);

    /// <summary>Size of all files on disk.</summary>
    public long TotalBytes { get; } = sources.Sum(source => source.Source.ByteLength);

    /// <summary>Bytes of the files that have been read.</summary>
    public long BytesRead
    {
        get
        {
            var current = Volatile.Read(ref _fileIndex);
            var inCurrent = current < sources.Count ? sources[current].Source.BytesRead : 0;
            return Math.Min(TotalBytes, Volatile.Read(ref _bytesOfFinishedFiles) + inCurrent);
        }
    }

    /// <summary>The file being read, or null after the last.</summary>
    public string? CurrentFile => Volatile.Read(ref _fileIndex) is var current && current < sources.Count ? sources[current].Path : null;

    /// <summary>Time since the beginning, up to the end of the commit.</summary>
    public TimeSpan Elapsed => _watch.Elapsed;

    /// <summary>Called after each file with its path, the articles of it that went in, and those refused.</summary>
    public Action<string, int, int>? FileFinished { get; set; }

    /// <summary>Does all the work; returns when it is on disk for good.</summary>
    public void Index(CancellationToken cancellationToken)
    {
        _watch.Start();
        using var indexer = ArticleIndexer.Open(directory);
        refusals.Begin();
        foreach (var (path, source) in sources)
        {
            var (articlesBefore, refusedBefore) = (_articleCount, refusals.Count);
            IndexFile(indexer, path, source, cancellationToken);
            Volatile.Write(ref _bytesOfFinishedFiles, _bytesOfFinishedFiles + source.ByteLength);
            Volatile.Write(ref _fileIndex, _fileIndex + 1);
            FileFinished?.Invoke(path, _articleCount - articlesBefore, refusals.Count - refusedBefore);
        }
        indexer.Commit();
        _watch.Stop();
    }

    private void IndexFile(ArticleIndexer indexer, string path, IArticleSource source, CancellationToken cancellationToken)
    {
        using var articles = source.Read().GetEnumerator();
        while (TryMoveNext(articles, path))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (articles.Current.Refusal is { } refusal) refusals.Add(path, refusal.ToString());
            if (articles.Current.Article is { } article) Add(indexer, path, article);
        }
    }

    private void Add(ArticleIndexer indexer, string path, Article article)
    {
        try
        {
            indexer.Add(article);
        }
        catch (ArgumentException error)
        {
            refusals.Add(path, $"{path}: article {article.Id}: {error.Message}");
            return;
        }
        Volatile.Write(ref _articleCount, _articleCount + 1);
        Volatile.Write(ref _textBytes, _textBytes + Encoding.UTF8.GetByteCount(article.Title) + Encoding.UTF8.GetByteCount(article.Body));
    }

    /// <summary>A file that can't be read on ends there; what it gave before is kept, and the other files are read.</summary>
    private bool TryMoveNext(IEnumerator<ImportedArticle> articles, string path)
    {
        try
        {
            return articles.MoveNext();
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            refusals.Add(path, $"{path}: not read to its end: {error.Message}");
            return false;
        }
    }
}

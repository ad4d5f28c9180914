using System.Diagnostics;
using NewsSearch.Lucene.Facets;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Archive.Searching;

/// <summary>Answers from an index in a folder of this machine, as its newest commit was when it was opened. Thread-safe.</summary>
public sealed class LocalNewsSearcher : INewsSearcher, IDisposable
{
    private readonly FileSystemDirectory _directory;
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    private LocalNewsSearcher(FileSystemDirectory directory, DirectoryReader reader)
    {
        _directory = directory;
        _reader = reader;
        _searcher = new IndexSearcher(reader);
    }

    /// <summary>Opens the newest commit in the folder.</summary>
    /// <exception cref="IndexNotFoundException">There is no index.</exception>
    /// <exception cref="CorruptIndexException">The index is broken.</exception>
    /// <exception cref="ArticleSchemaException">The index holds articles in another form.</exception>
    public static LocalNewsSearcher Open(string directory)
    {
        // The first question needs the dictionary of words, which takes longer to read than an index to open; if it fails, so does that question.
        _ = Task.Run(() => ArticleSchema.Analyzer.CreateStream(ArticleSchema.Body));
        var files = new FileSystemDirectory(directory);
        var reader = DirectoryReader.Open(files);
        try
        {
            ArticleSchema.CheckVersion(reader, directory);
            return new LocalNewsSearcher(files, reader);
        }
        catch
        {
            reader.Dispose();
            files.Dispose();
            throw;
        }
    }

    public Task<NewsResult> SearchAsync(NewsQuery query, CancellationToken cancellationToken) =>
        Run(() => Search(query, cancellationToken), cancellationToken);

    public Task<Article?> FindArticleAsync(string id, CancellationToken cancellationToken) =>
        Run(() => FindDocId(id, cancellationToken) is { } docId ? ArticleSchema.ToArticle(_searcher.Document(docId)) : null, cancellationToken);

    public Task<IReadOnlyList<NewsHit>?> FindRelatedAsync(string id, int size, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, RelatedReading.MaxSize);
        return Run(
            () => FindDocId(id, cancellationToken) is { } docId ? new RelatedReading(_searcher).Find(docId, size, cancellationToken) : null,
            cancellationToken);
    }

    public Task<ArchiveSummary> SummarizeAsync(CancellationToken cancellationToken) =>
        Run(() => ArchiveCounts.Summarize(_searcher, cancellationToken), cancellationToken);

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }

    private NewsResult Search(NewsQuery query, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var reading = NewsQueryReading.Read(query);
        var found = _searcher.Search(reading.Query, new SearchOptions
        {
            From = (query.Page - 1) * query.Size,
            Size = query.Size,
            Sort = SortOf(query, reading),
            CancellationToken = cancellationToken,
        }, query.WithFacets ? ArchiveCounts.Requests : []);
        var hits = new HitPrinter(reading.Words);
        return new NewsResult(
            query.Text,
            reading.Words,
            found.TopDocs.TotalHits,
            query.Page,
            query.Size,
            Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 3),
            [.. found.TopDocs.ScoreDocs.Select(hit => hits.Print(_searcher.Document(hit.DocId, ArticleSchema.HitFields), ScoreOf(hit)))],
            query.WithFacets ? ArchiveCounts.ToFacets(found.Facets) : null);
    }

    /// <summary>The engine computes no scores where it sorts by date and says NaN, which JSON can't.</summary>
    private static float ScoreOf(ScoreDoc hit) => float.IsNaN(hit.Score) ? 0 : hit.Score;

    /// <summary>Without words nothing is more relevant than anything else; then the latest come first.</summary>
    private static Sort SortOf(NewsQuery query, NewsQueryReading reading) => query.Sort switch
    {
        NewsSort.Oldest => Sort.ByNumber(ArticleSchema.PublishedMillis, isDescending: false, isMissingLast: true),
        NewsSort.Relevance when reading.Words.Count > 0 => Sort.Relevance,
        _ => Sort.ByNumber(ArticleSchema.PublishedMillis, isDescending: true, isMissingLast: true),
    };

    private int? FindDocId(string id, CancellationToken cancellationToken)
    {
        var found = _searcher.Search(new TermQuery(ArticleSchema.IdTerm(id)), new SearchOptions { Size = 1, CancellationToken = cancellationToken });
        return found.TotalHits == 0 ? null : found.ScoreDocs[0].DocId;
    }

    /// <summary>A search is work, not waiting; it runs apart from the caller, and no search outlives the files.</summary>
    private Task<T> Run<T>(Func<T> work, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            ObjectDisposedException.ThrowIf(!_reader.TryAcquire(), this);
            try
            {
                return work();
            }
            finally
            {
                _reader.Release();
            }
        },
        cancellationToken);
}

using System.Diagnostics;
using NewsSearch.Archive.Dictionary;
using NewsSearch.Archive.Querying;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Archive.Searching;

/// <summary>
/// Answers from an index in a folder of this machine, each question from one commit: the newest, or the one before it for at most
/// <see cref="RefreshInterval"/>. Thread-safe.
/// </summary>
public sealed class LocalNewsSearcher : INewsSearcher, IDisposable
{
    private readonly FileSystemDirectory _directory;
    private readonly NewestCommit _newest;
    private readonly Ranking _ranking;

    private LocalNewsSearcher(FileSystemDirectory directory, NewestCommit newest, Ranking ranking)
    {
        _directory = directory;
        _newest = newest;
        _ranking = ranking;
    }

    /// <summary>How long after a commit questions may still be answered from the one before, if not told otherwise.</summary>
    public static TimeSpan RefreshInterval { get; } = TimeSpan.FromSeconds(1);

    /// <summary>Opens the newest commit in the folder.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="refreshFailed">Is told why a newer commit could not be opened; answers go on from the older one. Called on a thread that searches.</param>
    /// <param name="refreshInterval">Other than <see cref="RefreshInterval"/>; zero looks for a newer commit with each question.</param>
    /// <exception cref="IndexNotFoundException">There is no index.</exception>
    /// <exception cref="CorruptIndexException">The index is broken.</exception>
    /// <exception cref="ArticleSchemaException">The index holds articles in another form.</exception>
    public static LocalNewsSearcher Open(string directory, Action<Exception>? refreshFailed = null, TimeSpan? refreshInterval = null) =>
        Open(directory, Ranking.Default, refreshFailed, refreshInterval);

    /// <summary>Opens the newest commit in the folder, to rank in another way than usual.</summary>
    internal static LocalNewsSearcher Open(string directory, Ranking ranking, Action<Exception>? refreshFailed = null, TimeSpan? refreshInterval = null)
    {
        // The first question needs the dictionary of words, which takes longer to read than an index to open; if it fails, so does that question.
        _ = Task.Run(() => ArticleSchema.Analyzer.CreateStream(ArticleSchema.Body));
        var files = new FileSystemDirectory(directory);
        return new LocalNewsSearcher(
            files, new NewestCommit(directory, DirectoryReader.Open(files), refreshInterval ?? RefreshInterval, refreshFailed), ranking);
    }

    public Task<NewsResult> SearchAsync(NewsQuery query, CancellationToken cancellationToken) =>
        Ask(searcher => Search(searcher, query, cancellationToken), cancellationToken);

    public Task<Article?> FindArticleAsync(string id, CancellationToken cancellationToken) => Ask(
        searcher => FindDocId(searcher, id, cancellationToken) is { } docId ? ArticleSchema.ToArticle(searcher.Document(docId)) : null,
        cancellationToken);

    public Task<IReadOnlyList<NewsHit>?> FindRelatedAsync(string id, int size, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, RelatedReading.MaxSize);
        return Ask(
            searcher => FindDocId(searcher, id, cancellationToken) is { } docId ? new RelatedReading(searcher).Find(docId, size, cancellationToken) : null,
            cancellationToken);
    }

    public Task<ArchiveSummary> SummarizeAsync(CancellationToken cancellationToken) =>
        Ask(searcher => ArchiveCounts.Summarize(searcher, cancellationToken), cancellationToken);

    public void Dispose()
    {
        _newest.Dispose();
        _directory.Dispose();
    }

    private NewsResult Search(IndexSearcher searcher, NewsQuery query, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var plan = QueryPlan.Create(query, ReaderDictionary.Empty, _ranking);
        var answer = new QueryAnswering(searcher, _ranking).Answer(plan, query, cancellationToken);
        var took = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 3);
        var hits = new HitPrinter(new TextMatcher(plan.Patterns));
        return new NewsResult(
            query.Text,
            plan.Reading(answer),
            answer.Total,
            query.Page,
            query.Size,
            took,
            [.. answer.Found.TopDocs.ScoreDocs.Select(hit => hits.Print(searcher.Document(hit.DocId, ArticleSchema.HitFields), ScoreOf(hit)))],
            query.WithFacets ? ArchiveCounts.ToFacets(answer.Found.Facets) : null);
    }

    /// <summary>The engine computes no scores where it sorts by date and says NaN, which JSON can't.</summary>
    private static float ScoreOf(ScoreDoc hit) => float.IsNaN(hit.Score) ? 0 : hit.Score;

    private static int? FindDocId(IndexSearcher searcher, string id, CancellationToken cancellationToken)
    {
        var found = searcher.Search(new TermQuery(ArticleSchema.IdTerm(id)), new SearchOptions { Size = 1, CancellationToken = cancellationToken });
        return found.TotalHits == 0 ? null : found.ScoreDocs[0].DocId;
    }

    /// <summary>A search is work, not waiting; it runs apart from the caller.</summary>
    private Task<T> Ask<T>(Func<IndexSearcher, T> question, CancellationToken cancellationToken) =>
        Task.Run(() => _newest.Ask(question), cancellationToken);
}

using System.Diagnostics;
using NewsSearch.Archive.Dictionary;
using NewsSearch.Archive.Querying;
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
    private readonly Ranking _ranking;

    /// <summary>What is new is new in relation to the archive, so that the same archive answers the same tomorrow.</summary>
    private readonly Lazy<DateOnly?> _newestDay;

    private LocalNewsSearcher(FileSystemDirectory directory, DirectoryReader reader, Ranking ranking)
    {
        _directory = directory;
        _reader = reader;
        _searcher = new IndexSearcher(reader);
        _ranking = ranking;
        _newestDay = new Lazy<DateOnly?>(() => ArchiveCounts.NewestDay(_searcher));
    }

    /// <summary>Opens the newest commit in the folder.</summary>
    /// <exception cref="IndexNotFoundException">There is no index.</exception>
    /// <exception cref="CorruptIndexException">The index is broken.</exception>
    /// <exception cref="ArticleSchemaException">The index holds articles in another form.</exception>
    public static LocalNewsSearcher Open(string directory) => Open(directory, Ranking.Default);

    /// <summary>Opens the newest commit in the folder, to rank otherwise than usual.</summary>
    internal static LocalNewsSearcher Open(string directory, Ranking ranking)
    {
        // The first question needs the dictionary of words, which takes longer to read than an index to open; if it fails, so does that question.
        _ = Task.Run(() => ArticleSchema.Analyzer.CreateStream(ArticleSchema.Body));
        var files = new FileSystemDirectory(directory);
        var reader = DirectoryReader.Open(files);
        try
        {
            ArticleSchema.CheckVersion(reader, directory);
            return new LocalNewsSearcher(files, reader, ranking);
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
        var plan = QueryPlan.Create(query, ReaderDictionary.Empty, _ranking);
        var (answered, found) = Answer(plan, query, cancellationToken);
        var took = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 3);
        var hits = new HitPrinter(new TextMatcher(plan.Patterns));
        return new NewsResult(
            query.Text,
            plan.Reading(answered),
            found.TopDocs.TotalHits,
            query.Page,
            query.Size,
            took,
            [.. found.TopDocs.ScoreDocs.Select(hit => hits.Print(_searcher.Document(hit.DocId, ArticleSchema.HitFields), ScoreOf(hit)))],
            query.WithFacets ? ArchiveCounts.ToFacets(found.Facets) : null);
    }

    /// <summary>Asks for everything, then for less and less until something is found; if nothing is, the answer is that to everything.</summary>
    private (QueryAttempt Attempt, FacetedTopDocs Found) Answer(QueryPlan plan, NewsQuery query, CancellationToken cancellationToken)
    {
        (QueryAttempt, FacetedTopDocs)? first = null;
        foreach (var attempt in plan.Attempts())
        {
            var found = _searcher.Search(WithFreshness(attempt.Query, plan, query), new SearchOptions
            {
                From = (query.Page - 1) * query.Size,
                Size = query.Size,
                Sort = SortOf(query, plan),
                CancellationToken = cancellationToken,
            }, query.WithFacets ? ArchiveCounts.Requests : []);
            if (found.TopDocs.TotalHits > 0) return (attempt, found);
            first ??= (attempt, found);
        }

        return first!.Value;
    }

    private Query WithFreshness(Query found, QueryPlan plan, NewsQuery query)
    {
        var isCounted = query.IsFreshnessCounted && _ranking.Freshness > 0 && SortOf(query, plan) == Sort.Relevance;
        return isCounted && _newestDay.Value is { } newest
            ? new FunctionScoreQuery(found, new RecencyBoost(ArticleSchema.Day, newest.DayNumber, _ranking.FreshnessHalfLife, _ranking.Freshness))
            : found;
    }

    /// <summary>The engine computes no scores where it sorts by date and says NaN, which JSON can't.</summary>
    private static float ScoreOf(ScoreDoc hit) => float.IsNaN(hit.Score) ? 0 : hit.Score;

    /// <summary>Without words nothing is more relevant than anything else; then the latest come first.</summary>
    private static Sort SortOf(NewsQuery query, QueryPlan plan) => query.Sort switch
    {
        NewsSort.Oldest => Sort.ByNumber(ArticleSchema.PublishedMillis, isDescending: false, isMissingLast: true),
        NewsSort.Relevance when plan.HasText => Sort.Relevance,
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

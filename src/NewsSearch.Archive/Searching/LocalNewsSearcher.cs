using System.Diagnostics;
using NewsSearch.Archive.Dictionary;
using NewsSearch.Archive.Explaining;
using NewsSearch.Archive.Querying;
using NewsSearch.Archive.Suggesting;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Store;
using NewsSearch.SmartCn.Pinyin;

namespace NewsSearch.Archive.Searching;

/// <summary>
/// Answers from an index in a folder of this machine, each question from one commit: the newest, or the one before it for at most
/// <see cref="LocalSearchOptions.RefreshInterval"/>. Thread-safe.
/// </summary>
public sealed class LocalNewsSearcher : INewsSearcher, IDisposable
{
    private readonly FileSystemDirectory _directory;
    private readonly NewestCommit _newest;
    private readonly DictionarySource _dictionary;
    private readonly Ranking _ranking;

    private LocalNewsSearcher(FileSystemDirectory directory, NewestCommit newest, DictionarySource dictionary, Ranking ranking)
    {
        _directory = directory;
        _newest = newest;
        _dictionary = dictionary;
        _ranking = ranking;
    }

    /// <summary>Looks for a newer commit and a changed dictionary as a question does.</summary>
    public ArchiveVersion Version => new(_newest.Version, _dictionary.Version);

    /// <summary>Opens the newest commit in the folder.</summary>
    /// <exception cref="IndexNotFoundException">There is no index.</exception>
    /// <exception cref="CorruptIndexException">The index is broken.</exception>
    /// <exception cref="ArticleSchemaException">The index holds articles in another form.</exception>
    /// <exception cref="DictionaryFileException">The reader's dictionary can't be used.</exception>
    public static LocalNewsSearcher Open(string directory, LocalSearchOptions? options = null)
    {
        options ??= new LocalSearchOptions();
        // The first question needs the dictionary of words and the readings of characters, which take longer to read than an index to open; if that
        // fails, so does the question.
        _ = Task.Run(() => (ArticleSchema.Analyzer.CreateStream(ArticleSchema.Body), ReadingTable.Embedded));
        var path = options.DictionaryPath ?? Path.Combine(directory, DictionaryFile.DefaultName);
        var dictionary = new DictionarySource(path, options.RefreshInterval, options.RefreshFailed);
        var files = new FileSystemDirectory(directory);
        var newest = new NewestCommit(directory, DirectoryReader.Open(files), options.RefreshInterval, options.RefreshFailed);
        return new LocalNewsSearcher(files, newest, dictionary, options.Ranking);
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

    public Task<ArticleExplanation?> ExplainAsync(NewsQuery query, string idOrUrl, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(idOrUrl);
        return Ask(
            searcher =>
            {
                var plan = QueryPlan.Create(query, _dictionary.Current, _ranking);
                return ArticleLookup.Find(searcher, idOrUrl, cancellationToken) is { } docId
                    ? new ArticleExplainer(searcher, _ranking).Explain(plan, query, docId, cancellationToken)
                    : null;
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<NewsSuggestion>> SuggestAsync(string prefix, int size, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        Completion.Check(prefix, size);
        var dictionary = _dictionary.Current;
        return Ask(
            searcher => new Completion(searcher, text => ReadAll(new NewsQuery { Text = text }, dictionary)).Complete(prefix, size, cancellationToken),
            cancellationToken);
    }

    public Task<ArchiveSummary> SummarizeAsync(CancellationToken cancellationToken) =>
        Ask(searcher => ArchiveCounts.Summarize(searcher, cancellationToken), cancellationToken);

    /// <summary>What a line of the dictionary would change in the answers to its words, each by itself.</summary>
    /// <param name="line">A line as DICTIONARY.md has them.</param>
    /// <param name="cancellationToken">Ends the searches early.</param>
    /// <exception cref="DictionaryFileException">It is no such line.</exception>
    public Task<IReadOnlyList<DictionaryTrial>> TryDictionaryAsync(string line, CancellationToken cancellationToken)
    {
        var proposed = DictionaryFile.Parse(line, "the line");
        var (before, after) = (_dictionary.Current, _dictionary.Current.With(proposed));
        return Ask<IReadOnlyList<DictionaryTrial>>(
            searcher => [.. proposed.Words.Select(word => new DictionaryTrials(searcher, _ranking).Try(word, before, after, cancellationToken))],
            cancellationToken);
    }

    public void Dispose()
    {
        _newest.Dispose();
        _directory.Dispose();
    }

    private NewsResult Search(IndexSearcher searcher, NewsQuery query, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var dictionary = _dictionary.Current;
        var plan = QueryPlan.Create(query, dictionary, _ranking);
        var answer = new QueryAnswering(searcher, _ranking).Answer(plan, query, cancellationToken);
        var didYouMean = new Corrector(searcher, other => ReadAll(other, dictionary), cancellationToken).Find(query, answer.Complete);
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
            query.WithFacets ? ArchiveCounts.ToFacets(answer.Found.Facets) : null,
            didYouMean);
    }

    /// <summary>A query all of which has to match; null if it is none that can be answered.</summary>
    private Query? ReadAll(NewsQuery query, ReaderDictionary dictionary)
    {
        try
        {
            return QueryPlan.Create(query, dictionary, _ranking).Strict();
        }
        catch (NewsQueryException)
        {
            return null;
        }
    }

    /// <summary>The engine computes no scores where it sorts by date and says NaN, which JSON can't.</summary>
    private static float ScoreOf(ScoreDoc hit) => float.IsNaN(hit.Score) ? 0 : hit.Score;

    private static int? FindDocId(IndexSearcher searcher, string id, CancellationToken cancellationToken)
    {
        var found = searcher.Search(new TermQuery(ArticleSchema.IdTerm(id)), new SearchOptions { Size = 1, CancellationToken = cancellationToken });
        return found.TotalHits == 0 ? null : found.ScoreDocs[0].DocId;
    }

    /// <summary>
    /// A search is work, not waiting: it runs on a thread of the pool. A caller that is on one already, as a server's requests are, has it done there; to hand
    /// it over would take longer than many a search.
    /// </summary>
    private Task<T> Ask<T>(Func<IndexSearcher, T> question, CancellationToken cancellationToken)
    {
        if (!Thread.CurrentThread.IsThreadPoolThread) return Task.Run(() => _newest.Ask(question), cancellationToken);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(_newest.Ask(question));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }
        catch (Exception error)
        {
            return Task.FromException<T>(error);
        }
    }
}

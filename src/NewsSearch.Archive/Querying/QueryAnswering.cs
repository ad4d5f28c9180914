using System.Runtime.CompilerServices;
using NewsSearch.Archive.Searching;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Facets;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Archive.Querying;

/// <summary>Puts a plan to the engine, step by step, until there is enough to answer with.</summary>
internal sealed class QueryAnswering(IndexSearcher searcher, Ranking ranking)
{
    /// <summary>In a small archive nothing is common.</summary>
    private const int LeastCommon = 100;

    /// <summary>
    /// What an article gains for each unit of the query with every step of loosening that it does not need, as a share of the idf of the rarest
    /// word. So much that having all units counts, and so little that an article that is about most of them goes before one that mentions all in passing.
    /// </summary>
    private const float LeadPerUnit = 0.6f;

    /// <summary>What adds a lead to a score, and stands nowhere else.</summary>
    public static Query StricterMatch { get; } = new ConstantScoreQuery(new MatchAllDocsQuery());

    // What is new is new in relation to the archive, so that the same archive answers the same tomorrow.
    private static readonly ConditionalWeakTable<DirectoryReader, StrongBox<DateOnly?>> s_newestDays = [];

    /// <summary>
    /// Asks for everything, and where that is not to be found for less and less. Words with spaces between them are answered with articles
    /// that have them all, as long as there is one.
    /// </summary>
    public QueryAnswer Answer(QueryPlan plan, NewsQuery query, CancellationToken cancellationToken)
    {
        var options = new SearchOptions
        {
            From = (query.Page - 1) * query.Size,
            Size = query.Size,
            Sort = SortOf(query, plan),
            CancellationToken = cancellationToken,
        };
        QueryAnswer? answer = null;
        List<Query> asked = [];
        float? lead = null;
        foreach (var attempt in Attempts(plan))
        {
            asked.Add(WithFreshness(attempt.Query, query, options));
            lead ??= LeadPerUnit * (float)Math.Log(1 + searcher.Reader.MaxDoc) * Math.Max(1, attempt.Of);
            var inTurn = InTurn(asked, lead.Value);
            var found = searcher.Search(inTurn, options, query.WithFacets ? ArchiveCounts.Requests : []);
            var total = found.TopDocs.TotalHits;
            // A step that finds nothing, or nothing more, only costs time in the later ones.
            if (total == (answer?.Total ?? 0)) asked.RemoveAt(asked.Count - 1);
            if (answer is null || answer.Total == 0 && total > 0) answer = new QueryAnswer(attempt, total, found, answer is null) { Asked = inTurn, Last = attempt };
            else if (total > answer.Total) answer = answer with { Found = found, Asked = inTurn, Last = attempt };
            if (answer.Total >= ranking.EnoughHits || (answer is { IsComplete: true, Total: > 0 } && !MayWiden(plan, options))) break;
        }

        // An empty answer must not look like an absence of news where it is a gap of the archive.
        return answer!.Total == 0 && plan.Holdings() is { } holdings && searcher.Count(holdings, cancellationToken) == 0
            ? answer with { IsOutsideHoldings = true }
            : answer;
    }

    /// <summary>All steps of loosening, whether or not an answer needs them.</summary>
    public IEnumerable<QueryAttempt> Attempts(QueryPlan plan) => plan.Attempts(IsCommon);

    /// <summary>Whether articles that meet some conditions may follow those that meet all.</summary>
    private static bool MayWiden(QueryPlan plan, SearchOptions options) => plan.IsOneText && IsRanked(options);

    /// <summary>The articles of all queries; the stricter the query that an article meets, the more is added to its score.</summary>
    private static Query InTurn(List<Query> queries, float lead) => queries.Count == 1 ? queries[0] : new DisjunctionMaxQuery(
        queries.Select((query, i) => i == queries.Count - 1 ? query : new BooleanQuery(
            BooleanClause.Must(query), BooleanClause.Must(new BoostQuery(StricterMatch, lead * (queries.Count - 1 - i))))));

    /// <summary>Whether so many articles have a unit that it says little by itself.</summary>
    private bool IsCommon(QueryUnit unit)
    {
        var docFreq = unit.IsWord
            ? DocFreq(ArticleSchema.Body, unit.Text)
            : LiteralQuery.PhraseInField(ArticleSchema.BodyGram, unit.Text)?.Terms.Min(pair => DocFreq(ArticleSchema.BodyGram, pair)) ?? int.MaxValue;
        return docFreq > Math.Max(LeastCommon, ranking.CommonShare * searcher.Reader.MaxDoc);
    }

    private int DocFreq(string field, string term) => searcher.TermStatistics(new Term(field, term)).DocFreq;

    private Query WithFreshness(Query asked, NewsQuery query, SearchOptions options) =>
        query.IsFreshnessCounted && IsRanked(options) && ranking.Freshness > 0 && NewestDay() is { } newest
            ? new FunctionScoreQuery(asked, new RecencyBoost(ArticleSchema.Day, newest.DayNumber, ranking.FreshnessHalfLife, ranking.Freshness))
            : asked;

    private DateOnly? NewestDay() =>
        s_newestDays.GetValue(searcher.Reader, _ => new StrongBox<DateOnly?>(ArchiveCounts.NewestDay(searcher))).Value;

    private static bool IsRanked(SearchOptions options) => options.Sort == Sort.Relevance;

    /// <summary>Without words nothing is more relevant than anything else; then the latest come first.</summary>
    private static Sort SortOf(NewsQuery query, QueryPlan plan) => query.Sort switch
    {
        NewsSort.Oldest => Sort.ByNumber(ArticleSchema.PublishedMillis, isDescending: false, isMissingLast: true),
        NewsSort.Relevance when plan.HasText => Sort.Relevance,
        _ => Sort.ByNumber(ArticleSchema.PublishedMillis, isDescending: true, isMissingLast: true),
    };
}

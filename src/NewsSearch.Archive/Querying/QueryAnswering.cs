using System.Runtime.CompilerServices;
using NewsSearch.Archive.Searching;
using NewsSearch.Lucene.Facets;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Archive.Querying;

/// <summary>Puts a plan to the engine, step by step, until there is enough to answer with.</summary>
internal sealed class QueryAnswering(IndexSearcher searcher, Ranking ranking)
{
    /// <summary>More than the scores of all units together can be.</summary>
    public const float Lead = 1_000;

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
        QueryAnswer? complete = null;
        QueryAnswer? answer = null;
        List<Query> asked = [];
        foreach (var attempt in plan.Attempts())
        {
            asked.Add(WithFreshness(attempt.Query, query, options));
            var inTurn = InTurn(asked);
            var found = searcher.Search(inTurn, options, query.WithFacets ? ArchiveCounts.Requests : []);
            complete ??= new QueryAnswer(attempt, found, found.TopDocs.TotalHits) { Asked = inTurn };
            if (answer is null || found.TopDocs.TotalHits > answer.Total) answer = new QueryAnswer(attempt, found, complete.Total) { Asked = inTurn };
            else asked.RemoveAt(asked.Count - 1);
            if (found.TopDocs.TotalHits == 0) asked.Clear();
            if (answer.Total >= ranking.EnoughHits || (complete.Total > 0 && !(plan.IsOneText && IsRanked(options)))) break;
        }

        // An empty answer must not look like an absence of news where it is a gap of the archive.
        return answer!.Total == 0 && plan.Holdings() is { } holdings && searcher.Count(holdings, cancellationToken) == 0
            ? answer with { IsOutsideHoldings = true }
            : answer;
    }

    /// <summary>The articles of all queries, those of the first in front, each with the score that the strictest query gives it.</summary>
    private static Query InTurn(List<Query> queries) => queries.Count == 1 ? queries[0] : new DisjunctionMaxQuery(
        queries.Select((query, i) => i == queries.Count - 1 ? query : new BooleanQuery(
            BooleanClause.Must(query), BooleanClause.Must(new BoostQuery(new MatchAllDocsQuery(), Lead * (queries.Count - 1 - i))))));

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

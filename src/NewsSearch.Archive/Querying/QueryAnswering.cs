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

    /// <summary>What an article gains that has all pairs of a long text, in leads.</summary>
    private const float PairGain = 7;

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
        var lead = LeadPerUnit * (float)Math.Log(1 + searcher.Reader.MaxDoc) * plan.Units.Count(unit => unit.Kind != ReadUnitKind.Optional);
        var steps = new Loosening(searcher, options, query.WithFacets ? ArchiveCounts.Requests : [], lead);
        Take(Attempts(plan).First(), isLikelyLast: true);
        if (!IsEnough() && plan.IsLongText)
            Take(OfLongText(plan, lead, cancellationToken), isLikelyLast: true);
        else if (!IsEnough())
            foreach (var attempt in Attempts(plan).Skip(1).TakeWhile(_ => !IsEnough())) Take(attempt, isLikelyLast: false);
        var answer = steps.Answer();

        // An empty answer must not look like an absence of news where it is a gap of the archive.
        return answer.Total == 0 && plan.Holdings() is { } holdings && searcher.Count(holdings, cancellationToken) == 0
            ? answer with { IsOutsideHoldings = true }
            : answer;

        void Take(QueryAttempt attempt, bool isLikelyLast) => steps.Take(attempt, WithFreshness(attempt.Query, query, options), isLikelyLast);

        bool IsEnough() => steps.Total >= ranking.EnoughHits || (steps is { IsComplete: true, Total: > 0 } && !MayWiden(plan, options));
    }

    /// <summary>All steps of loosening, whether or not an answer needs them.</summary>
    public IEnumerable<QueryAttempt> Attempts(QueryPlan plan) => plan.Attempts(IsCommon);

    /// <summary>Just so many of the pairs of a long text that there are enough articles.</summary>
    private QueryAttempt OfLongText(QueryPlan plan, float lead, CancellationToken cancellationToken)
    {
        var nearest = searcher.Search(plan.Coverage(), ranking.EnoughHits, cancellationToken).ScoreDocs;
        var least = nearest.Count < ranking.EnoughHits ? plan.FewestPairs : (int)nearest[^1].Score;
        return plan.ByPairs(least, PairGain * lead);
    }

    /// <summary>Whether articles that meet some conditions may follow those that meet all.</summary>
    private static bool MayWiden(QueryPlan plan, SearchOptions options) => plan.IsOneText && IsRanked(options);

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

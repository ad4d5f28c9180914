using NewsSearch.Archive.Querying;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Archive.Explaining;

/// <summary>Tests the conditions of a query on one article, by asking the engine for each whether it finds that article.</summary>
internal sealed class ConditionTests
{
    private readonly IndexSearcher _searcher;
    private readonly QueryPlan _plan;
    private readonly Article _article;
    private readonly ScoreParts _parts;
    private readonly CancellationToken _cancellationToken;

    public ConditionTests(IndexSearcher searcher, QueryPlan plan, Article article, int docId, CancellationToken cancellationToken)
    {
        _searcher = searcher;
        _plan = plan;
        _article = article;
        _cancellationToken = cancellationToken;
        _parts = new ScoreParts(searcher, docId, plan.Patterns.Select(pattern => pattern.Text).ToHashSet(), cancellationToken);
    }

    /// <summary>Whether the query finds the article.</summary>
    public bool Matches(Query query) =>
        _searcher.Count(new BooleanQuery(BooleanClause.Must(query), BooleanClause.Must(new TermQuery(ArticleSchema.IdTerm(_article.Id)))), _cancellationToken) > 0;

    /// <summary>What the score of the article is the sum of.</summary>
    public IReadOnlyList<ScorePart> PartsOf(Query query) => _parts.Of(query);

    public ExplainedCondition Test(QueryCondition condition)
    {
        var isMet = Matches(condition.Query);
        UnmetReason? reason = isMet ? null : ReasonOf(condition);
        var places = PlacesOf(condition, isMet, reason);
        var detail = reason switch
        {
            UnmetReason.TooFarApart => Nearest(condition.Node!),
            UnmetReason.Missing when condition.Kind == ConditionKind.Near => MissingOf(condition.Node!),
            _ => null,
        };
        var message = isMet ? ExplanationTexts.Met(condition, places) : ExplanationTexts.Unmet(condition, reason!.Value, places, detail, _article);
        return new ExplainedCondition(condition.Kind, condition.Text, isMet, condition.CanBeLoosened, reason, places, message);
    }

    private UnmetReason ReasonOf(QueryCondition condition) => condition.Kind switch
    {
        ConditionKind.Excluded => UnmetReason.Present,
        ConditionKind.Source => _article.Source is null ? UnmetReason.NoValue : UnmetReason.OtherValue,
        ConditionKind.Channel => _article.Channel.IsNone ? UnmetReason.NoValue : UnmetReason.OtherValue,
        ConditionKind.Date => _article.PublishedAt is null ? UnmetReason.NoValue : UnmetReason.OtherValue,
        _ when condition.Anywhere is { } anywhere && Matches(anywhere) => UnmetReason.OnlyInBody,
        ConditionKind.Near when MissingOf(condition.Node!) is null => UnmetReason.TooFarApart,
        _ => UnmetReason.Missing,
    };

    private List<ArticlePlace> PlacesOf(QueryCondition condition, bool isMet, UnmetReason? reason)
    {
        IEnumerable<Query> queries = condition.Kind switch
        {
            ConditionKind.Source or ConditionKind.Channel or ConditionKind.Date => [],
            ConditionKind.Excluded => isMet ? [] : Excluded(condition.Query),
            _ when isMet => [condition.Query],
            _ when reason == UnmetReason.OnlyInBody => [condition.Anywhere!],
            _ => [],
        };
        return [.. queries.SelectMany(query => PartsOf(query)).Select(part => part.Place).OfType<ArticlePlace>().Distinct().Order()];
    }

    private static IEnumerable<Query> Excluded(Query query) => query is BooleanQuery boolean
        ? boolean.Clauses.Where(clause => clause.Occur == Occur.MustNot).Select(clause => clause.Query)
        : [];

    private static QueryNode.Near NearOf(QueryNode node) => (QueryNode.Near)(node is QueryNode.InTitle title ? title.Node : node);

    private static QueryNode Like(QueryNode node, QueryNode inner) => node is QueryNode.InTitle ? new QueryNode.InTitle(inner) : inner;

    /// <summary>The first of the two texts that is not there at all; null if both are.</summary>
    private string? MissingOf(QueryNode node)
    {
        var near = NearOf(node);
        return new[] { near.First, near.Second }.FirstOrDefault(text => !Matches(_plan.QueryOf(Like(node, NearEachOther(text)))));
    }

    // The engine looks for the words of the text without the marks around them.
    private static QueryNode.Literal NearEachOther(string text) =>
        new(QueryUnits.Core(text) is { Length: > 0 } core ? core : text, IsGlued: false);

    /// <summary>How many characters are between the two texts where they are nearest; null if more than a query can ask for.</summary>
    private string? Nearest(QueryNode node)
    {
        var near = NearOf(node);
        var (tooNear, enough) = (near.Distance, QueryLexer.MaxDistance + 1);
        while (enough - tooNear > 1)
        {
            var middle = (tooNear + enough) / 2;
            if (Matches(_plan.QueryOf(Like(node, near with { Distance = middle })))) enough = middle;
            else tooNear = middle;
        }

        return enough > QueryLexer.MaxDistance ? null : enough.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}

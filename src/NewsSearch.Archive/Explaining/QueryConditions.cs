using System.Globalization;
using NewsSearch.Archive.Querying;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Archive.Explaining;

/// <summary>
/// Takes a query apart into the conditions all of which an article has to meet before anything is loosened. Each has the query that the
/// engine is asked for it, so that what is explained can't differ from what is found.
/// </summary>
internal sealed class QueryConditions
{
    private readonly QueryPlan _plan;
    private readonly Ranking _ranking;
    private readonly List<QueryCondition> _conditions = [];

    private QueryConditions(QueryPlan plan, Ranking ranking)
    {
        _plan = plan;
        _ranking = ranking;
    }

    /// <summary>The conditions in the order of the text, then those beside it.</summary>
    public static IReadOnlyList<QueryCondition> Of(QueryPlan plan, NewsQuery query, Ranking ranking)
    {
        var conditions = new QueryConditions(plan, ranking);
        if (plan.Root is { } root) conditions.Add(root, inTitle: false);
        conditions.AddFilters(query);
        return [.. conditions._conditions.DistinctBy(condition => (condition.Kind, condition.Text, condition.Query))];
    }

    /// <summary>Days as a reader writes them.</summary>
    public static string DaysText(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } first, { } last) when first == last => Day(first),
        ({ } first, { } last) => $"{Day(first)} 至 {Day(last)}",
        ({ } first, null) => $"{Day(first)} 起",
        (null, { } last) => $"{Day(last)} 止",
        _ => "任何日期",
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Add(QueryNode node, bool inTitle)
    {
        if (node is QueryNode.InTitle title) Add(title.Node, inTitle: true);
        else AddEach(node is QueryNode.All all ? all.Nodes : [node], inTitle);
    }

    private void AddEach(IReadOnlyList<QueryNode> nodes, bool inTitle)
    {
        var pool = new List<QueryUnit>();
        foreach (var node in nodes)
        {
            switch (node)
            {
                case QueryNode.Words words: pool.AddRange(_plan.UnitsOf(words.Text).Where(unit => !pool.Contains(unit))); break;
                case QueryNode.All or QueryNode.InTitle: Add(node, inTitle); break;
                default: AddNode(node, inTitle); break;
            }
        }

        AddPool(pool, inTitle);
    }

    private void AddPool(List<QueryUnit> pool, bool inTitle)
    {
        // Words that say nothing are asked for only where there are no others, as in the query itself.
        var onlyOptional = pool.TrueForAll(unit => unit.Role == UnitRole.Optional);
        foreach (var unit in pool)
        {
            if (unit.Role == UnitRole.Optional && !onlyOptional) continue;
            var isSingle = unit.Role == UnitRole.Single;
            _conditions.Add(new QueryCondition(isSingle ? ConditionKind.Single : ConditionKind.Unit, unit.Text, QueryOf(unit, inTitle))
            {
                Anywhere = inTitle ? QueryOf(unit, inTitle: false) : null,
                CanBeLoosened = true,
            });
        }
    }

    private Query QueryOf(QueryUnit unit, bool inTitle)
    {
        var queries = new UnitQueries(_ranking, inTitle);
        return unit.Role == UnitRole.Single ? queries.InContext(unit) : queries.Unit(unit);
    }

    private void AddNode(QueryNode node, bool inTitle)
    {
        var (kind, text) = Describe(node);
        var asked = inTitle ? new QueryNode.InTitle(node) : node;
        _conditions.Add(new QueryCondition(kind, text, _plan.QueryOf(asked))
        {
            Node = asked,
            Anywhere = inTitle && node is not QueryNode.Not ? _plan.QueryOf(node) : null,
            CanBeLoosened = node is QueryNode.Literal { IsGlued: true } or QueryNode.Work { IsGlued: true },
        });
    }

    private static (ConditionKind Kind, string Text) Describe(QueryNode node) => node switch
    {
        QueryNode.Literal literal => (ConditionKind.Quoted, literal.Text),
        QueryNode.Work work => (ConditionKind.Quoted, work.Title),
        QueryNode.Prefix prefix => (ConditionKind.Prefix, prefix.Text),
        QueryNode.Near => (ConditionKind.Near, QueryText.Write(node)),
        QueryNode.Not not => (ConditionKind.Excluded, QueryText.Write(not.Node)),
        QueryNode.Source source => (ConditionKind.Source, source.IsPrefix ? source.Name + "*" : source.Name),
        QueryNode.Channel channel => (ConditionKind.Channel, channel.Path.Text),
        QueryNode.Published days => (ConditionKind.Date, DaysText(days.From, days.To)),
        _ => (ConditionKind.Alternatives, QueryText.Write(node)),
    };

    private void AddFilters(NewsQuery query)
    {
        AddFilter(ConditionKind.Source, string.Join("、", query.Sources), new NewsQuery { Sources = query.Sources });
        AddFilter(ConditionKind.Channel, string.Join("、", query.Channels.Select(channel => channel.Text)), new NewsQuery { Channels = query.Channels });
        AddFilter(ConditionKind.Date, DaysText(query.From, query.To), new NewsQuery { From = query.From, To = query.To });
    }

    private void AddFilter(ConditionKind kind, string text, NewsQuery alone)
    {
        foreach (var clause in QueryPlan.Filters(alone)) _conditions.Add(new QueryCondition(kind, text, clause.Query));
    }
}

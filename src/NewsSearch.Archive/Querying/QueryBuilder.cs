using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.SmartCn.Normalization;
using NewsSearch.SmartCn.Words;

namespace NewsSearch.Archive.Querying;

/// <summary>Makes a query of the engine out of the tree of a reader's query, at one step of loosening.</summary>
internal sealed class QueryBuilder
{
    // What is asked for twice costs as many clauses again, of which there is a limit.
    private const int MostScoredApart = 16;

    private readonly UnitSource _units;
    private readonly Relaxation _relaxation;
    private readonly Func<QueryUnit, bool> _isCommon;
    private readonly UnitQueries _anywhere;
    private readonly UnitQueries _inTitle;
    private readonly List<string> _droppedSingles = [];
    private readonly List<string> _splitUnits = [];
    private int _least;
    private int _of;

    private QueryBuilder(UnitSource units, Ranking ranking, Relaxation relaxation, Func<QueryUnit, bool> isCommon)
    {
        _units = units;
        _relaxation = relaxation;
        _isCommon = isCommon;
        _anywhere = new UnitQueries(ranking, isTitleOnly: false);
        _inTitle = new UnitQueries(ranking, isTitleOnly: true);
    }

    /// <summary>The query with other conditions that hold in any case.</summary>
    public static QueryAttempt Build(
        QueryNode? root,
        IReadOnlyList<BooleanClause> filters,
        UnitSource units,
        Ranking ranking,
        Relaxation relaxation,
        Func<QueryUnit, bool> isCommon)
    {
        var builder = new QueryBuilder(units, ranking, relaxation, isCommon);
        var clauses = root is null ? [] : builder.Clauses(Parts(root), builder._anywhere);
        clauses.AddRange(filters);
        return new QueryAttempt(Complete(clauses), builder._least, builder._of, builder._droppedSingles, builder._splitUnits)
        {
            IsByPairs = relaxation.Pairs is not null,
        };
    }

    private static IReadOnlyList<QueryNode> Parts(QueryNode node) => node is QueryNode.All all ? all.Nodes : [node];

    // A query of exclusions and filters alone means all other articles.
    private static Query Complete(List<BooleanClause> clauses)
    {
        if (!clauses.Exists(clause => clause.Occur is Occur.Must)) clauses.Add(BooleanClause.Must(new MatchAllDocsQuery()));
        return clauses is [{ Occur: Occur.Must }] ? clauses[0].Query : new BooleanQuery(clauses);
    }

    private List<BooleanClause> Clauses(IReadOnlyList<QueryNode> nodes, UnitQueries fields)
    {
        var clauses = new List<BooleanClause>();
        var pool = new List<QueryUnit>();
        foreach (var node in nodes)
        {
            if (TextInPool(node) is { } text)
            {
                var units = _units.Of(text);
                pool.AddRange(units.Where(unit => !pool.Contains(unit)));
                if (units.Count > 1) clauses.AddRange(fields.Raises(text).Select(BooleanClause.Should));
            }
            else
            {
                AddClause(clauses, node, fields);
            }
        }

        if (_relaxation.Pairs is { } pairs) AddPairs(clauses, pairs, pool, fields);
        else AddPool(clauses, pool, fields);
        // What is asked twice finds nothing more, and would take twice as long.
        return [.. clauses.Distinct()];
    }

    private string? TextInPool(QueryNode node) => node switch
    {
        QueryNode.Words words => words.Text,
        QueryNode.Literal { IsGlued: true } literal when _relaxation.LoosensGluedQuotes => literal.Text,
        QueryNode.Work { IsGlued: true } work when _relaxation.LoosensGluedQuotes => work.Title,
        _ => null,
    };

    private void AddClause(List<BooleanClause> clauses, QueryNode node, UnitQueries fields)
    {
        switch (node)
        {
            case QueryNode.Not not:
                if (Excluded(not.Node, fields) is { } excluded) clauses.Add(BooleanClause.MustNot(excluded));
                break;
            case QueryNode.Source or QueryNode.Channel or QueryNode.Published:
                clauses.Add(BooleanClause.Filter(Filter(node)));
                break;
            case QueryNode.Work work:
                var title = TextNormalizer.Normalize(work.Title);
                clauses.Add(BooleanClause.Must(fields.Literal(title)));
                clauses.Add(BooleanClause.Should(fields.Literal($"《{title}》")));
                break;
            default:
                if (Build(node, fields) is { } query) clauses.Add(BooleanClause.Must(query));
                break;
        }
    }

    /// <summary>The query of a node by itself; null if there is nothing in it to search for.</summary>
    private Query? Build(QueryNode node, UnitQueries fields)
    {
        switch (node)
        {
            case QueryNode.Literal literal: return Literal(literal.Text, fields);
            case QueryNode.Prefix prefix: return Prefix(prefix.Text, fields);
            case QueryNode.Near near: return Near(near, fields);
            case QueryNode.InTitle title: return Build(title.Node, _inTitle);
            case QueryNode.Any any: return BuildAny(any, fields);
            case QueryNode.Source or QueryNode.Channel or QueryNode.Published: return new BoostQuery(new ConstantScoreQuery(Filter(node)), 0);
            default:
                var clauses = Clauses(Parts(node), fields);
                return clauses.Count == 0 ? null : Complete(clauses);
        }
    }

    private BooleanQuery? BuildAny(QueryNode.Any any, UnitQueries fields)
    {
        List<Query> queries = [.. any.Nodes.Select(node => Build(node, fields)).OfType<Query>().Distinct()];
        if (queries.Count == 0) return null;
        var union = new BooleanQuery(queries.Select(BooleanClause.Should));
        return queries.Count <= MostScoredApart && queries.TrueForAll(IsOfOneUnit) ? ScoredApart(union, queries) : union;
    }

    /// <summary>
    /// The same articles with all that gives them scores side by side, so that the engine need not look at what changes nothing: a word hardly ever stands
    /// where its characters do not, which decide what is found.
    /// </summary>
    private static BooleanQuery ScoredApart(BooleanQuery union, List<Query> queries) => new(
    [
        BooleanClause.Filter(union),
        .. queries.SelectMany(query => ((BooleanQuery)query).Clauses).Select(clause => clause.Query).Distinct().Select(BooleanClause.Should),
    ]);

    /// <summary>Whether one condition decides what is found, and it needs no terms to be looked for first, as beginnings of words do.</summary>
    private static bool IsOfOneUnit(Query query) => query is BooleanQuery { MinimumShouldMatch: 0 } all
        && all.Clauses.Count(clause => clause.Occur == Occur.Must) <= 1
        && all.Clauses.All(clause => clause.Occur is Occur.Must or Occur.Should && IsOfKnownTerms(clause.Query));

    private static bool IsOfKnownTerms(Query query) => query switch
    {
        TermQuery or PhraseQuery or NearQuery => true,
        BoostQuery boosted => IsOfKnownTerms(boosted.Query),
        BooleanQuery union => union.Clauses.All(clause => clause.Occur == Occur.Should && IsOfKnownTerms(clause.Query)),
        DisjunctionMaxQuery best => best.Queries.All(IsOfKnownTerms),
        _ => false,
    };

    private static Query? Literal(string text, UnitQueries fields)
    {
        var normalized = TextNormalizer.Normalize(text);
        return normalized.Length == 0 ? null : fields.Literal(normalized);
    }

    private static Query? Prefix(string text, UnitQueries fields)
    {
        var normalized = TextNormalizer.Normalize(text);
        if (normalized.Length == 0) return null;
        // The beginning of a Chinese word is the beginning of any text: its characters, wherever they stand.
        return WordCharacters.IsLetterOrDigit(normalized[0]) && WordRun.EndOf(normalized, 0) == normalized.Length
            ? fields.Prefix(normalized)
            : Literal(QueryUnits.Core(text) is { Length: > 0 } core ? core : text, fields);
    }

    private static Query? Near(QueryNode.Near near, UnitQueries fields)
    {
        var (first, second) = (NearText(near.First), NearText(near.Second));
        if (fields.Near(first, second, near.Distance) is { } query) return query;
        var clauses = new[] { first, second }.Select(text => Literal(text, fields)).OfType<Query>().Select(BooleanClause.Must).ToList();
        return clauses.Count == 0 ? null : Complete(clauses);
    }

    private static string NearText(string text) => QueryUnits.Core(text) is { Length: > 0 } core ? core : TextNormalizer.Normalize(text);

    /// <summary>What must not occur: words as they were written, not their units each for itself.</summary>
    private Query? Excluded(QueryNode node, UnitQueries fields)
    {
        if (node is not QueryNode.Words words) return Build(node, fields);
        if (_units.Of(words.Text) is [{ IsWord: true } word]) return fields.Unit(word);
        return QueryUnits.Core(words.Text) is { Length: > 0 } core ? fields.Literal(core) : null;
    }

    /// <summary>The articles that a filter lets through.</summary>
    internal static Query Filter(QueryNode node) => node switch
    {
        QueryNode.Source { IsPrefix: true } source => new PrefixQuery(ArticleSchema.Source, source.Name),
        QueryNode.Source source => new TermQuery(new Term(ArticleSchema.Source, source.Name)),
        QueryNode.Channel channel => new BooleanQuery(
            BooleanClause.Should(new TermQuery(new Term(ArticleSchema.Channel, channel.Path.Text))),
            BooleanClause.Should(new WildcardQuery(ArticleSchema.Channel, "*/" + WildcardText(channel.Path.Text)))),
        QueryNode.Published days => new DocValuesRangeQuery(ArticleSchema.Day, days.From?.DayNumber, days.To?.DayNumber),
        _ => throw new ArgumentException($"{node} is no filter.", nameof(node)),
    };

    private static string WildcardText(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("*", "\\*", StringComparison.Ordinal).Replace("?", "\\?", StringComparison.Ordinal);

    private void AddPool(List<BooleanClause> clauses, List<QueryUnit> pool, UnitQueries fields)
    {
        if (pool.Count == 0) return;
        var required = Split(pool.FindAll(unit => unit.Role == UnitRole.Required));
        var singles = pool.FindAll(unit => unit.Role == UnitRole.Single);
        // Words that say nothing are what is meant where there is nothing else.
        if (required.Count == 0 && singles.Count == 0) required = pool;
        AddSingles(clauses, singles, fields, areAlone: required.Count == 0);
        if (required.Count == 0) return;
        var least = _relaxation.Least(required.Count);
        (_least, _of) = (_least + least, _of + required.Count);
        if (least == required.Count)
        {
            clauses.AddRange(required.Select(unit => BooleanClause.Must(Unit(unit, fields))));
        }
        else
        {
            var counting = _relaxation.KeepsCommon ? required : required.FindAll(unit => !_isCommon(unit)) is { Count: > 0 } rare ? rare : required;
            var some = new BooleanQuery(counting.Select(unit => BooleanClause.Should(Unit(unit, fields)))) { MinimumShouldMatch = least };
            clauses.Add(BooleanClause.Must(some));
        }

        clauses.AddRange(fields.Raises(required).Select(BooleanClause.Should));
    }

    /// <summary>Asks for some of the pairs, whatever words they are in. Words rank what has them, and how many pairs there are of all.</summary>
    private void AddPairs(List<BooleanClause> clauses, PairShare share, List<QueryUnit> pool, UnitQueries fields)
    {
        (_least, _of) = (_least + share.Least, _of + share.Pairs.Count);
        clauses.Add(BooleanClause.Must(new BoostQuery(fields.Coverage(share.Pairs, share.Least), share.Gain / share.Pairs.Count)));
        var units = Split(pool.FindAll(unit => unit.Role == UnitRole.Required));
        clauses.AddRange(units.Select(unit => BooleanClause.Should(Unit(unit, fields))));
        clauses.AddRange(fields.Raises(units).Select(BooleanClause.Should));
    }

    private List<QueryUnit> Split(List<QueryUnit> units)
    {
        if (_relaxation.KeepsJoined) return units;
        _splitUnits.AddRange(units.Where(unit => unit.Parts.Count > 0 || IsSoft(unit)).Select(unit => unit.Text));
        return [.. units.SelectMany(unit => unit.Parts.Count > 0 ? unit.Parts : [unit]).Distinct()];
    }

    private Query Unit(QueryUnit unit, UnitQueries fields) => !_relaxation.KeepsJoined && IsSoft(unit) ? fields.Soft(unit.Text) : fields.Unit(unit);

    private static bool IsSoft(QueryUnit unit) => unit.IsJoined && unit.Text.Length >= UnitQueries.LeastSoftLength;

    private void AddSingles(List<BooleanClause> clauses, List<QueryUnit> singles, UnitQueries fields, bool areAlone)
    {
        if (_relaxation.KeepsSingles || areAlone) clauses.AddRange(singles.Select(single => BooleanClause.Must(fields.InContext(single))));
        else _droppedSingles.AddRange(singles.Select(single => single.Text));
    }
}

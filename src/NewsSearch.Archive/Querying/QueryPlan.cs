using NewsSearch.Archive.Dictionary;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.SmartCn.Normalization;

namespace NewsSearch.Archive.Querying;

/// <summary>A reader's query, read: what the engine is asked, step by step, and what the reader is told.</summary>
internal sealed class QueryPlan
{
    private readonly QueryNode? _root;
    private readonly QueryNotes _notes;
    private readonly UnitSource _units;
    private readonly ReadParts _parts;
    private readonly List<BooleanClause> _filters;
    private readonly Ranking _ranking;
    private readonly Lazy<IReadOnlyList<QueryUnit>> _pairs;

    private QueryPlan(NewsQuery query, ReaderDictionary dictionary, Ranking ranking)
    {
        _ranking = ranking;
        _filters = Filters(query);
        _units = new UnitSource(dictionary);
        (_root, _notes) = QuerySyntax.Parse(query.Text);
        _parts = ReadParts.Of(_root, _units);
        if (_parts.Units.Count == 0 && !HasFilter(_root) && !string.IsNullOrWhiteSpace(query.Text))
        {
            _root = LiteralMarks(query.Text.Trim());
            _parts = ReadParts.Of(_root, _units);
        }

        IsOneText = IsText(_root) && !query.Text.Trim().Any(char.IsWhiteSpace) && _parts.Units.Count(unit => unit.Kind != ReadUnitKind.Optional) > 1;
        // Most queries, and those that corrections try, are answered without.
        _pairs = new Lazy<IReadOnlyList<QueryUnit>>(Pairs, isThreadSafe: false);
        if (_units.IsCut) _notes.TooManyWords(UnitSource.MaxUnits);
    }

    /// <summary>What is looked for.</summary>
    public IReadOnlyList<ReadUnit> Units => _parts.Units;

    /// <summary>What is to be marked in hits.</summary>
    public IReadOnlyList<HighlightPattern> Patterns => _parts.Patterns;

    /// <summary>Whether hits can be more relevant or less.</summary>
    public bool HasText => _parts.HasText;

    /// <summary>The query as its writer meant it; null for all articles.</summary>
    public QueryNode? Root => _root;

    /// <summary>Whether it is one text without spaces that was cut into several units: nobody asked for these, they are ours. A name that is one unit is what was asked for.</summary>
    public bool IsOneText { get; }

    /// <summary>Whether it is a text, such as a headline, with so many pairs of characters that a share of them says more than its words.</summary>
    public bool IsLongText => _pairs.Value.Count >= TextPairs.Least;

    /// <summary>How many pairs an article has to have at least to be found at all.</summary>
    public int FewestPairs => Math.Max(1, (int)Math.Ceiling(TextPairs.FewestShare * _pairs.Value.Count));

    /// <summary>Reads a query.</summary>
    /// <exception cref="NewsQueryException">It is out of bounds, contradicts itself, or has nothing in it to search for.</exception>
    public static QueryPlan Create(NewsQuery query, ReaderDictionary dictionary, Ranking ranking)
    {
        query.Check();
        return new QueryPlan(query, dictionary, ranking);
    }

    /// <summary>The query in which everything has to be there.</summary>
    /// <exception cref="NewsQueryException">There is too much to search for.</exception>
    public Query Strict() => Attempt(Relaxation.Steps[0], _ => false).Query;

    /// <summary>What to ask the engine, each after the one before has found too little: everything first, then less and less.</summary>
    /// <param name="isCommon">Whether very many articles have a unit.</param>
    /// <exception cref="NewsQueryException">There is too much to search for.</exception>
    public IEnumerable<QueryAttempt> Attempts(Func<QueryUnit, bool> isCommon)
    {
        Query? last = null;
        foreach (var step in Steps())
        {
            var attempt = Attempt(step, isCommon);
            if (attempt.Query.Equals(last)) continue;
            last = attempt.Query;
            yield return attempt;
        }
    }

    /// <summary>The articles with at least some of the pairs of a long text, scored by how many they have.</summary>
    public Query Coverage() => new BooleanQuery(
        [BooleanClause.Must(new UnitQueries(_ranking, isTitleOnly: false).Coverage(_pairs.Value, FewestPairs)), .. _filters]);

    /// <summary>The step at which so many pairs of a long text have to be there.</summary>
    /// <param name="least">How many.</param>
    /// <param name="gain">What all of them are worth, as a score.</param>
    public QueryAttempt ByPairs(int least, float gain) => Attempt(Relaxation.ByPairs(new PairShare(_pairs.Value, least, gain)), _ => false);

    private IEnumerable<Relaxation> Steps()
    {
        yield return Relaxation.Steps[0];
        foreach (var step in IsLongText ? StepsOfLongText() : Relaxation.Steps.Skip(1)) yield return step;
    }

    private IEnumerable<Relaxation> StepsOfLongText()
    {
        for (var least = _pairs.Value.Count; least >= FewestPairs; least--) yield return Relaxation.ByPairs(new PairShare(_pairs.Value, least, Gain: 0));
    }

    /// <summary>What the archive holds of the sources, channels and days that were asked for, whatever the words; null if it was asked for all.</summary>
    public Query? Holdings()
    {
        IReadOnlyList<QueryNode> parts = _root switch
        {
            null => [],
            QueryNode.All all => all.Nodes,
            _ => [_root],
        };
        List<BooleanClause> clauses = [.. _filters];
        clauses.AddRange(parts
            .Where(node => node is QueryNode.Source or QueryNode.Channel or QueryNode.Published)
            .Select(node => BooleanClause.Filter(QueryBuilder.Filter(node))));
        return clauses.Count == 0 ? null : new BooleanQuery([BooleanClause.Must(new MatchAllDocsQuery()), .. clauses]);
    }

    /// <summary>The units of words of the query.</summary>
    public IReadOnlyList<QueryUnit> UnitsOf(string words) => _units.Of(words);

    /// <summary>What the engine is asked for a part of the query by itself, before anything is loosened.</summary>
    public Query QueryOf(QueryNode node) => QueryBuilder.Build(node, [], _units, _ranking, Relaxation.Steps[0], _ => false).Query;

    /// <summary>How the query was read, and what was loosened to answer it.</summary>
    public QueryReading Reading(QueryAnswer answer)
    {
        var first = answer.First;
        if (answer.IsComplete && answer.IsWidened) _notes.Widened(answer.FirstTotal);
        else if (answer.IsOutsideHoldings) _notes.NoHoldings();
        else if (first is { IsByPairs: true }) _notes.PartialText(first.Least, first.Of, answer.IsWidened);
        else if (first.Least < first.Of) _notes.PartialMatch(first.Least, first.Of, answer.IsWidened);
        else if (first.SplitUnits.Count > 0) _notes.SplitUnits(first.SplitUnits, answer.IsWidened);
        else if (first.DroppedSingles.Count > 0) _notes.WithoutSingles(first.DroppedSingles, answer.IsWidened);
        return new QueryReading(QueryText.Write(_root), _parts.Units, _notes.All);
    }

    private QueryAttempt Attempt(Relaxation step, Func<QueryUnit, bool> isCommon)
    {
        try
        {
            return QueryBuilder.Build(_root, _filters, _units, _ranking, step, isCommon);
        }
        catch (TooManyClausesException)
        {
            throw new NewsQueryException("q", "检索词过多或引号内的文字过长，请缩短后再试。");
        }
    }

    private static bool IsText(QueryNode? node) => node switch
    {
        QueryNode.Words or QueryNode.Literal { IsGlued: true } or QueryNode.Work => true,
        QueryNode.All all => all.Nodes.All(IsText),
        _ => false,
    };

    /// <summary>The pairs of a text that was not cut into words by its writer; none if they would not do in the place of what is asked for.</summary>
    private IReadOnlyList<QueryUnit> Pairs()
    {
        List<string?> texts = [.. Texts(_root)];
        // Pairs know nothing of equivalents.
        var isText = !texts.Contains(null) && _parts.Units.All(unit => unit.Equivalents.Count == 0);
        return isText && texts.OfType<string>().Any(text => _units.Of(text).Count > 1) ? TextPairs.Of(texts.OfType<string>()) : [];
    }

    /// <summary>The texts whose pairs are looked for, and null for what has to be there as it is.</summary>
    private static IEnumerable<string?> Texts(QueryNode? node) => node switch
    {
        QueryNode.Words words => [words.Text],
        QueryNode.Literal { IsGlued: true } literal => [literal.Text],
        QueryNode.Work { IsGlued: true } work => [work.Title],
        QueryNode.All all => all.Nodes.SelectMany(Texts),
        _ => [null],
    };

    private static bool HasFilter(QueryNode? node) => node switch
    {
        QueryNode.Source or QueryNode.Channel or QueryNode.Published => true,
        QueryNode.All all => all.Nodes.Any(HasFilter),
        QueryNode.Any any => any.Nodes.Any(HasFilter),
        QueryNode.Not not => HasFilter(not.Node),
        QueryNode.InTitle title => HasFilter(title.Node),
        _ => false,
    };

    /// <summary>Marks and operators without words are characters to be found as they stand.</summary>
    private QueryNode.Literal LiteralMarks(string text)
    {
        if (TextNormalizer.Normalize(text).Length == 0)
            throw new NewsQueryException("q", "没有可以检索的文字（只有看不见的字符），请输入文字。");
        _notes.LiteralMarks(text);
        return new QueryNode.Literal(text, IsGlued: false);
    }

    /// <summary>The conditions beside the text.</summary>
    internal static List<BooleanClause> Filters(NewsQuery query)
    {
        var clauses = new List<BooleanClause>();
        if (query.Sources.Count > 0) clauses.Add(BooleanClause.Filter(new TermSetQuery(ArticleSchema.Source, query.Sources)));
        if (query.Channels.Count > 0)
            clauses.Add(BooleanClause.Filter(new TermSetQuery(ArticleSchema.Channel, query.Channels.Select(channel => channel.Text))));
        if (query.From is not null || query.To is not null)
            clauses.Add(BooleanClause.Filter(new DocValuesRangeQuery(ArticleSchema.Day, query.From?.DayNumber, query.To?.DayNumber)));
        return clauses;
    }
}

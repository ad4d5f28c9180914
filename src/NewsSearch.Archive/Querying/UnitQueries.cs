using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Archive.Querying;

/// <summary>Makes queries of the engine out of units and literal texts, for title and body or for the title alone.</summary>
/// <param name="ranking">The weights.</param>
/// <param name="isTitleOnly">Whether bodies are left out.</param>
internal sealed class UnitQueries(Ranking ranking, bool isTitleOnly)
{
    /// <summary>Longer texts are looked for by their units alone: the whole of a long sentence is found nowhere but in its own article.</summary>
    private const int MaxExactLength = 24;

    /// <summary>Neighbouring units of which nearness is looked at.</summary>
    private const int MaxNearPairs = 6;

    /// <summary>The fewest characters of which some alone say enough.</summary>
    public const int LeastSoftLength = 4;

    /// <summary>The articles that contain the text.</summary>
    public Query Literal(string normalizedText, float weight = 1) => InFields(
        LiteralQuery.InField(ArticleSchema.TitleGram, normalizedText), LiteralQuery.InField(ArticleSchema.BodyGram, normalizedText), weight);

    /// <summary>The articles that have the unit or what may stand in its place.</summary>
    public Query Unit(QueryUnit unit) => unit.Equivalents.Count == 0
        ? One(unit)
        : new DisjunctionMaxQuery([One(unit), .. unit.Equivalents.Select(One)]);

    /// <summary>
    /// The articles that contain enough of a text that segmentation knows nothing of: half of its pairs of neighbouring characters, because
    /// a name and a verb may have come together in it.
    /// </summary>
    public Query Soft(string normalizedText)
    {
        var pairs = new List<string>();
        for (var i = 0; i + 1 < normalizedText.Length; i++) pairs.Add(normalizedText.Substring(i, 2));
        return new BooleanQuery(pairs.Distinct().Select(pair => BooleanClause.Should(Literal(pair, 1f / pairs.Count))))
        {
            MinimumShouldMatch = (pairs.Distinct().Count() + 1) / 2,
        };
    }

    /// <summary>The articles that have at least some of many units, scored by how many.</summary>
    public CoverageQuery Coverage(IEnumerable<QueryUnit> units, int least) => new(units.Select(Places)) { MinimumMatch = least };

    /// <summary>The articles that have a single character with one of its neighbours.</summary>
    public Query InContext(QueryUnit single) => new BooleanQuery(single.InContext.Select(text => BooleanClause.Should(Literal(text))));

    /// <summary>The articles with a word that begins so.</summary>
    public Query Prefix(string normalizedText) => InFields(
        new PrefixQuery(ArticleSchema.Title, normalizedText), new PrefixQuery(ArticleSchema.Body, normalizedText), 1);

    /// <summary>The articles with the two texts near each other; null if one of them is too short to tell where it ends.</summary>
    public Query? Near(string first, string second, int distance, float weight = 1)
    {
        if (Near(ArticleSchema.TitleGram, first, second, distance) is not { } inTitle) return null;
        return InFields(inTitle, Near(ArticleSchema.BodyGram, first, second, distance)!, weight);
    }

    /// <summary>What raises articles that have a pool of units: its words, and units that stand near each other.</summary>
    public IEnumerable<Query> Raises(IReadOnlyList<QueryUnit> units)
    {
        foreach (var unit in units)
            if (!unit.IsWord && unit.Term is { } term) yield return Term(term);
        if (ranking.Near == 0) yield break;
        for (var i = 1; i < Math.Min(units.Count, MaxNearPairs + 1); i++)
            if (Near(units[i - 1].Text, units[i].Text, ranking.NearDistance, ranking.Near) is { } near) yield return near;
    }

    /// <summary>What raises articles that have a text as the reader wrote it.</summary>
    public IEnumerable<Query> Raises(string text)
    {
        var core = QueryUnits.Core(text);
        if (core.Length is < 2 or > MaxExactLength) yield break;
        if (ranking.ExactTitle > 0) yield return new BoostQuery(LiteralQuery.InField(ArticleSchema.TitleGram, core), ranking.ExactTitle);
        if (ranking.ExactBody > 0 && !isTitleOnly) yield return new BoostQuery(LiteralQuery.InField(ArticleSchema.BodyGram, core), ranking.ExactBody);
    }

    private static NearQuery? Near(string field, string first, string second, int distance)
    {
        if (LiteralQuery.PhraseInField(field, first) is not { } one || LiteralQuery.PhraseInField(field, second) is not { } other) return null;
        return new NearQuery(one, other, distance) { TermLength = 2 };
    }

    private Query One(QueryUnit unit)
    {
        if (unit.IsWord) return Term(unit.Text);
        return Literal(unit.Text, unit.Term is null ? 1 : ranking.Characters);
    }

    private Query[] Places(QueryUnit unit)
    {
        var (inTitle, inBody) = unit.IsWord
            ? (new TermQuery(ArticleSchema.Title, unit.Text), new TermQuery(ArticleSchema.Body, unit.Text))
            : (LiteralQuery.InField(ArticleSchema.TitleGram, unit.Text), LiteralQuery.InField(ArticleSchema.BodyGram, unit.Text));
        return isTitleOnly ? [inTitle] : [inTitle, inBody];
    }

    private Query Term(string term) => InFields(new TermQuery(ArticleSchema.Title, term), new TermQuery(ArticleSchema.Body, term), 1);

    private Query InFields(Query inTitle, Query inBody, float weight)
    {
        var title = new BoostQuery(inTitle, ranking.Title * weight);
        if (isTitleOnly) return title;
        return new BooleanQuery(BooleanClause.Should(title), BooleanClause.Should(weight == 1 ? inBody : new BoostQuery(inBody, weight)));
    }
}

using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Archive.Searching;

/// <summary>How a reader's query was understood: as a query of the engine, and as the words it searches for.</summary>
/// <param name="Query">Words and filters together.</param>
/// <param name="Words">The terms that hits have, each once, in the order of the text.</param>
internal sealed record NewsQueryReading(Query Query, IReadOnlyList<string> Words)
{
    /// <summary>Most different words of one query.</summary>
    public const int MaxWords = 100;

    /// <summary>Most words of a query with those that its phrases repeat and those that it excludes; each is looked for in two fields.</summary>
    public const int MaxTerms = 400;

    /// <summary>How much more a word counts in the title than in the body.</summary>
    private const float TitleBoost = 2;

    /// <summary>Reads a query: every word must occur in the title or in the body, every quoted phrase as it stands.</summary>
    /// <exception cref="NewsQueryException">It is out of bounds or contradicts itself.</exception>
    public static NewsQueryReading Read(NewsQuery query)
    {
        query.Check();
        var parts = ReaderText.Split(query.Text).Distinct().Select(Analyze).Where(part => part.Terms.Count > 0).ToList();
        if (parts.Count == 0 && !string.IsNullOrWhiteSpace(query.Text))
            throw new NewsQueryException("q", $"“{query.Text.Trim()}”中没有可以检索的词（只有标点或符号），请输入文字。");
        List<string> words = [.. parts.Where(part => !part.IsExcluded).SelectMany(part => part.Terms).Distinct()];
        CheckWords(words.Count, MaxWords);
        CheckWords(parts.Sum(part => part.Terms.Count), MaxTerms);
        // What is asked twice finds nothing more, and would take twice as long.
        var clauses = parts.SelectMany(ClausesOf).Distinct().ToList();
        if (!clauses.Exists(clause => clause.Occur == Occur.Must)) clauses.Add(BooleanClause.Must(new MatchAllDocsQuery()));
        AddFilters(query, clauses);
        return new NewsQueryReading(new BooleanQuery(clauses), words);
    }

    private static void CheckWords(int count, int most)
    {
        if (count > most) throw new NewsQueryException("q", $"检索词过多：切分后有 {count} 个词，最多 {most} 个。请缩短检索词。");
    }

    private static IEnumerable<BooleanClause> ClausesOf(AnalyzedPart part)
    {
        var (isExcluded, isPhrase, terms, positions) = part;
        if (!isPhrase) return terms.Select(term => BooleanClause.Must(InTitleOrBody(field => new TermQuery(field, term))));
        var phrase = InTitleOrBody(field => terms.Count == 1 ? new TermQuery(field, terms[0]) : new PhraseQuery(field, terms, positions));
        return [isExcluded ? BooleanClause.MustNot(phrase) : BooleanClause.Must(phrase)];
    }

    private static BooleanQuery InTitleOrBody(Func<string, Query> inField) => new(
        BooleanClause.Should(new BoostQuery(inField(ArticleSchema.Title), TitleBoost)),
        BooleanClause.Should(inField(ArticleSchema.Body)));

    private static AnalyzedPart Analyze(ReaderText part)
    {
        var terms = new List<string>();
        var positions = new List<int>();
        var position = -1;
        var isPhrase = part.IsExcluded || part.IsQuoted;
        var stream = ArticleSchema.Analyzer.CreateStream(ArticleSchema.Body);
        stream.Reset(part.Text.AsMemory());
        while (stream.MoveNext())
        {
            // A gap before the first word says nothing about the phrase.
            position += terms.Count == 0 ? 1 : stream.PositionIncrement;
            var term = stream.Term.ToString();
            if (!isPhrase && terms.Contains(term)) continue;
            terms.Add(term);
            positions.Add(position);
        }

        return new AnalyzedPart(part.IsExcluded, isPhrase, terms, positions);
    }

    private static void AddFilters(NewsQuery query, List<BooleanClause> clauses)
    {
        if (query.Sources.Count > 0) clauses.Add(BooleanClause.Filter(new TermSetQuery(ArticleSchema.Source, query.Sources)));
        if (query.Channels.Count > 0)
            clauses.Add(BooleanClause.Filter(new TermSetQuery(ArticleSchema.Channel, query.Channels.Select(channel => channel.Text))));
        if (query.From is not null || query.To is not null)
            clauses.Add(BooleanClause.Filter(new DocValuesRangeQuery(ArticleSchema.Day, query.From?.DayNumber, query.To?.DayNumber)));
    }

    /// <summary>A part of the text with its terms; for a phrase their positions in it, otherwise each term once.</summary>
    private sealed record AnalyzedPart(bool IsExcluded, bool IsPhrase, List<string> Terms, List<int> Positions);
}

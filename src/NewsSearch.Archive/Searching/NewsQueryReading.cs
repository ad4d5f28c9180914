using System.Globalization;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Archive.Searching;

/// <summary>How a reader's query was understood: as a query of the engine, and as the words it searches for.</summary>
/// <param name="Query">Words and filters together.</param>
/// <param name="Words">The terms that hits have, each once, in the order of the text.</param>
internal sealed record NewsQueryReading(Query Query, IReadOnlyList<string> Words)
{
    /// <summary>Most words of one query.</summary>
    public const int MaxWords = 100;

    /// <summary>Most sources, and most channels, of one query.</summary>
    public const int MaxFilterValues = 100;

    /// <summary>How much more a word counts in the title than in the body.</summary>
    private const float TitleBoost = 2;

    /// <summary>Reads a query: every word must occur in the title or in the body, every quoted phrase as it stands.</summary>
    /// <exception cref="NewsQueryException">It is out of bounds or contradicts itself.</exception>
    public static NewsQueryReading Read(NewsQuery query)
    {
        CheckBounds(query);
        var words = new List<string>();
        var clauses = new List<BooleanClause>();
        foreach (var part in ReaderText.Split(query.Text)) AddPart(part, clauses, words);
        if (clauses.Count == 0 && !string.IsNullOrWhiteSpace(query.Text))
            throw new NewsQueryException("q", $"“{query.Text.Trim()}”中没有可以检索的词（只有标点或符号），请输入文字。");
        if (words.Count > MaxWords)
            throw new NewsQueryException("q", $"检索词过多：切分后有 {words.Count} 个词，最多 {MaxWords} 个。请缩短检索词。");
        if (!clauses.Exists(clause => clause.Occur == Occur.Must)) clauses.Add(BooleanClause.Must(new MatchAllDocsQuery()));
        AddFilters(query, clauses);
        return new NewsQueryReading(new BooleanQuery(clauses), words);
    }

    private static void CheckBounds(NewsQuery query)
    {
        if (query.Text.Length > NewsQuery.MaxTextLength)
            throw new NewsQueryException("q", $"检索词过长：{query.Text.Length} 个字符，最多 {NewsQuery.MaxTextLength} 个。");
        if (query.Size is < 0 or > NewsQuery.MaxSize)
            throw new NewsQueryException("size", $"每页篇数应在 0 到 {NewsQuery.MaxSize} 之间，收到 {query.Size}。");
        if (query.Page < 1) throw new NewsQueryException("page", $"页码从 1 开始，收到 {query.Page}。");
        if ((long)query.Page * query.Size > NewsQuery.MaxRank)
            throw new NewsQueryException("page", $"最多翻到第 {NewsQuery.MaxRank} 篇。请用日期、来源或频道缩小范围。");
        if (query.From > query.To)
            throw new NewsQueryException("from", $"起始日期 {Print(query.From)} 晚于截止日期 {Print(query.To)}，请对调。");
        if (query.Sources.Count > MaxFilterValues)
            throw new NewsQueryException("source", $"一次最多选择 {MaxFilterValues} 个来源，收到 {query.Sources.Count} 个。");
        if (query.Channels.Count > MaxFilterValues)
            throw new NewsQueryException("channel", $"一次最多选择 {MaxFilterValues} 个频道，收到 {query.Channels.Count} 个。");
    }

    private static string Print(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static void AddPart(ReaderText part, List<BooleanClause> clauses, List<string> words)
    {
        var (terms, positions) = Analyze(part.Text);
        if (terms.Count == 0) return;
        if (!part.IsExcluded) words.AddRange(terms.Where(term => !words.Contains(term)).Distinct());
        if (part.IsExcluded || part.IsQuoted)
        {
            var phrase = InTitleOrBody(field => terms.Count == 1 ? new TermQuery(field, terms[0]) : new PhraseQuery(field, terms, positions));
            clauses.Add(part.IsExcluded ? BooleanClause.MustNot(phrase) : BooleanClause.Must(phrase));
            return;
        }

        foreach (var term in terms.Distinct()) clauses.Add(BooleanClause.Must(InTitleOrBody(field => new TermQuery(field, term))));
    }

    private static BooleanQuery InTitleOrBody(Func<string, Query> inField) => new(
        BooleanClause.Should(new BoostQuery(inField(ArticleSchema.Title), TitleBoost)),
        BooleanClause.Should(inField(ArticleSchema.Body)));

    private static (List<string> Terms, List<int> Positions) Analyze(string text)
    {
        var terms = new List<string>();
        var positions = new List<int>();
        var position = -1;
        var stream = ArticleSchema.Analyzer.CreateStream(ArticleSchema.Body);
        stream.Reset(text.AsMemory());
        while (stream.MoveNext())
        {
            // A gap before the first word says nothing about the phrase.
            position += terms.Count == 0 ? 1 : stream.PositionIncrement;
            terms.Add(stream.Term.ToString());
            positions.Add(position);
        }

        return (terms, positions);
    }

    private static void AddFilters(NewsQuery query, List<BooleanClause> clauses)
    {
        if (query.Sources.Count > 0) clauses.Add(BooleanClause.Filter(new TermSetQuery(ArticleSchema.Source, query.Sources)));
        if (query.Channels.Count > 0)
            clauses.Add(BooleanClause.Filter(new TermSetQuery(ArticleSchema.Channel, query.Channels.Select(channel => channel.Text))));
        if (query.From is not null || query.To is not null)
            clauses.Add(BooleanClause.Filter(new DocValuesRangeQuery(ArticleSchema.Day, query.From?.DayNumber, query.To?.DayNumber)));
    }
}

using NewsSearch.Archive;
using NewsSearch.Cli.Measuring;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Benchmarks.Load;

/// <summary>
/// Chooses queries out of an index's own articles, so that every word occurs and words that stand together in a query stand
/// together in news. The same index and seed give the same queries. Every kind makes up the same share, half of each with facets.
/// </summary>
internal sealed class QueryMix
{
    private const int SampleSize = 400;

    private static readonly HashSet<string> BodyOnly = [ArticleSchema.Body];

    private readonly WordSample _words;
    private SeededRandom _random;

    private QueryMix(IndexSearcher searcher, ulong seed)
    {
        _random = new SeededRandom(seed);
        var articles = new List<string[]>();
        while (articles.Count < SampleSize)
        {
            var body = searcher.Document(_random.Below(searcher.Reader.MaxDoc), BodyOnly).Text(ArticleSchema.Body) ?? "";
            var words = Analyze(body);
            if (words.Length >= WordSample.LeastWords) articles.Add(words);
        }

        _words = new WordSample(articles);
    }

    /// <summary>So many queries, kinds in turn.</summary>
    public static MeasuredQuery[] Create(IndexSearcher searcher, int count, ulong seed)
    {
        var mix = new QueryMix(searcher, seed);
        var queries = new MeasuredQuery[count];
        for (var i = 0; i < count; i++) queries[i] = mix.Next((QueryKind)(i % 4), withFacets: i / 4 % 2 == 0);
        return queries;
    }

    private static string[] Analyze(string text)
    {
        var words = new List<string>();
        var stream = ArticleSchema.Analyzer.CreateStream(ArticleSchema.Body);
        stream.Reset(text.AsMemory());
        // A gap, where punctuation was, ends a run of words that a phrase can be taken from.
        while (words.Count < WordSample.MostWords && stream.MoveNext())
        {
            if (stream.PositionIncrement > 1 && words.Count > 0) words.Add("");
            words.Add(stream.Term.ToString());
        }

        return [.. words];
    }

    private MeasuredQuery Next(QueryKind kind, bool withFacets)
    {
        var words = kind switch
        {
            QueryKind.Common => [_words.CommonWord(ref _random)],
            QueryKind.Phrase => _words.AdjacentWords(2 + _random.Below(2), ref _random),
            _ => _words.WordsOfOneArticle(2 + _random.Below(3), ref _random),
        };
        Query query = kind switch
        {
            QueryKind.Common => new TermQuery(ArticleSchema.Body, words[0]),
            QueryKind.Phrase => new PhraseQuery(ArticleSchema.Body, words),
            QueryKind.And => new BooleanQuery(words.Select(word => BooleanClause.Must(new TermQuery(ArticleSchema.Body, word)))),
            _ => new BooleanQuery(words.Select(word => BooleanClause.Should(new TermQuery(ArticleSchema.Body, word)))),
        };
        var text = kind == QueryKind.Phrase ? $"\"{string.Concat(words)}\"" : string.Join(' ', words);
        return new MeasuredQuery(kind, withFacets, query, text);
    }
}

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
    private const int MaxWords = 300;
    private const int CommonWordCount = 100;

    private static readonly HashSet<string> BodyOnly = [ArticleSchema.Body];

    private readonly List<string[]> _articles = [];
    private readonly string[] _common;
    private SeededRandom _random;

    private QueryMix(IndexSearcher searcher, ulong seed)
    {
        _random = new SeededRandom(seed);
        while (_articles.Count < SampleSize)
        {
            var body = searcher.Document(_random.Below(searcher.Reader.MaxDoc), BodyOnly).Text(ArticleSchema.Body) ?? "";
            var words = Analyze(body);
            if (words.Length >= 8) _articles.Add(words);
        }

        _common = [.. _articles.SelectMany(words => words.Distinct()).Where(IsWord).CountBy(word => word)
            .OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Take(CommonWordCount).Select(count => count.Key)];
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
        while (words.Count < MaxWords && stream.MoveNext())
        {
            if (stream.PositionIncrement > 1 && words.Count > 0) words.Add("");
            words.Add(stream.Term.ToString());
        }

        return [.. words];
    }

    // Single characters are rarely typed, and say little.
    private static bool IsWord(string word) => word.Length > 1 && !word.All(char.IsAsciiDigit);

    private MeasuredQuery Next(QueryKind kind, bool withFacets)
    {
        var words = kind switch
        {
            QueryKind.Common => [_common[_random.Below(_common.Length)]],
            QueryKind.Phrase => AdjacentWords(2 + _random.Below(2)),
            _ => WordsOfOneArticle(2 + _random.Below(3)),
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

    private string[] WordsOfOneArticle(int count)
    {
        while (true)
        {
            string[] words = [.. _articles[_random.Below(_articles.Count)].Where(IsWord).Distinct()];
            if (words.Length < count) continue;
            for (var i = 0; i < count; i++)
            {
                var other = i + _random.Below(words.Length - i);
                (words[i], words[other]) = (words[other], words[i]);
            }

            return words[..count];
        }
    }

    private string[] AdjacentWords(int count)
    {
        while (true)
        {
            var words = _articles[_random.Below(_articles.Count)];
            var start = _random.Below(words.Length - count);
            var run = words[start..(start + count)];
            if (!run.Contains("")) return run;
        }
    }
}

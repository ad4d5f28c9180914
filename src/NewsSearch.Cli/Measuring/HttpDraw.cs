namespace NewsSearch.Cli.Measuring;

/// <summary>Draws addresses of the search API from a corpus: the mix of <see cref="BenchQuery.Ranked"/> as readers would type it. The same corpus and seed give the same addresses.</summary>
internal sealed class HttpDraw
{
    private readonly QueryDraw _queries;
    private readonly string[] _months;
    private SeededRandom _random;

    public HttpDraw(string corpusFile, int articleCount, ulong seed)
    {
        // Other numbers than those of the queries that are asked of the engine alone.
        _random = SeededRandom.For(seed, 1);
        _queries = new QueryDraw(corpusFile, articleCount, _random.Next());
        using var corpus = new BenchCorpus(corpusFile);
        _months = [.. corpus.Rest().Select(article => article.Month).Where(month => month.Length > 0).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>So many addresses, no two alike. There are few common words: each comes with a range of months of its own.</summary>
    public List<AskedText> Draw(int count)
    {
        var known = new HashSet<string>();
        var asked = new List<AskedText>();
        while (asked.Count < count)
        {
            foreach (var query in _queries.DrawRanked(count))
            {
                var address = AddressOf(query);
                if (asked.Count < count && known.Add(address)) asked.Add(new AskedText(query.Kind, address));
            }
        }

        return asked;
    }

    private string AddressOf(BenchQuery query) => $"/api/search?q={Uri.EscapeDataString(TextOf(query))}" + (query.Kind == BenchQuery.Common && _months.Length > 0 ? Months() : "");

    private static string TextOf(BenchQuery query) => query.Kind switch
    {
        BenchQuery.Or => string.Join(" OR ", query.Words),
        BenchQuery.Phrase => $"\"{string.Join(query.Words.Any(word => char.IsAscii(word[0])) ? " " : "", query.Words)}\"",
        _ => string.Join(' ', query.Words),
    };

    private string Months()
    {
        var (one, other) = (_random.Below(_months.Length), _random.Below(_months.Length));
        return $"&from={_months[Math.Min(one, other)]}&to={_months[Math.Max(one, other)]}";
    }
}

using NewsSearch.SmartCn;

namespace NewsSearch.Cli.Measuring;

/// <summary>
/// Draws queries from the articles of a corpus, so that every word occurs and words that stand together in a query stand together in
/// news. The same corpus and seed give the same queries. Words are SmartCn's, as Lucene has them.
/// </summary>
internal sealed class QueryDraw
{
    private const int SampleSize = 1000;
    private const int FetchSize = 10;
    private const int MostLiteral = 12;

    private readonly WordSample _words;
    private readonly List<string> _texts = [];
    private readonly List<string> _ids = [];
    private SeededRandom _random;

    /// <param name="corpusFile">The corpus.</param>
    /// <param name="articleCount">Its articles.</param>
    /// <param name="seed">Decides everything.</param>
    public QueryDraw(string corpusFile, int articleCount, ulong seed)
    {
        _random = new SeededRandom(seed);
        var sample = new HashSet<int>();
        while (sample.Count < Math.Min(SampleSize, articleCount)) sample.Add(_random.Below(articleCount));
        using var corpus = new BenchCorpus(corpusFile);
        var articles = new List<string[]>();
        var number = 0;
        foreach (var article in corpus.Rest())
        {
            if (!article.Id.Contains(' ')) _ids.Add(article.Id);
            if (!sample.Contains(number++)) continue;
            var words = Cut(article.Body);
            if (words.Length < WordSample.LeastWords) continue;
            articles.Add(words);
            _texts.Add(article.Body);
        }

        _words = new WordSample(articles);
        if (_ids.Count < FetchSize) throw new InvalidDataException("There are too few articles to draw queries from.");
    }

    /// <summary>So many queries of the ranked kinds, kinds in turn, and as many as each fourth of them of every other kind.</summary>
    public IEnumerable<BenchQuery> Draw(int count)
    {
        foreach (var query in DrawRanked(count)) yield return query;
        foreach (var kind in (string[])[BenchQuery.Related, BenchQuery.Fetch, BenchQuery.Literal])
        {
            for (var i = 0; i < Math.Max(1, count / 4); i++) yield return Draw(kind);
        }
    }

    /// <summary>So many queries of the ranked kinds, kinds in turn.</summary>
    public IEnumerable<BenchQuery> DrawRanked(int count)
    {
        for (var i = 0; i < count; i++) yield return Draw(BenchQuery.Ranked[i % BenchQuery.Ranked.Length]);
    }

    private BenchQuery Draw(string kind) => new(kind, kind switch
    {
        BenchQuery.And or BenchQuery.Or => _words.WordsOfOneArticle(2 + _random.Below(3), ref _random),
        BenchQuery.Phrase => _words.AdjacentWords(2 + _random.Below(2), ref _random),
        BenchQuery.Common => [_words.CommonWord(ref _random)],
        BenchQuery.Related => [_ids[_random.Below(_ids.Count)]],
        BenchQuery.Fetch => [.. Enumerable.Range(0, FetchSize).Select(_ => _ids[_random.Below(_ids.Count)])],
        _ => [PieceOfText()],
    });

    private static string[] Cut(string text)
    {
        var words = new List<string>();
        var stream = new SmartChineseAnalyzer().CreateStream("");
        stream.Reset(text.AsMemory());
        var end = 0;
        while (words.Count < WordSample.MostWords && stream.MoveNext())
        {
            // Whatever stood between two words ends a run that a phrase can be taken from.
            if (words.Count > 0 && (stream.PositionIncrement > 1 || stream.StartOffset > end)) words.Add("");
            words.Add(stream.Term.ToString());
            end = stream.EndOffset;
        }

        return [.. words];
    }

    private string PieceOfText()
    {
        while (true)
        {
            var text = _texts[_random.Below(_texts.Count)];
            var length = 2 + _random.Below(MostLiteral - 1);
            if (length >= text.Length) continue;
            var piece = text.Substring(_random.Below(text.Length - length), length);
            if (!piece.Any(c => char.IsSurrogate(c) || char.IsWhiteSpace(c) || char.IsControl(c))) return piece;
        }
    }
}

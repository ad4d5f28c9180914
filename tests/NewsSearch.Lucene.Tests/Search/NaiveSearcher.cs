using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Lucene.Tests.Search;

/// <summary>Evaluates queries document by document from their definitions, in double precision: slow, short, and nothing shared with the engine.</summary>
/// <param name="documents">All documents of the index by number, deleted ones included: these count for statistics.</param>
internal sealed class NaiveSearcher(IReadOnlyList<NaiveDocument> documents)
{
    private readonly Dictionary<(string Field, string Term), double> _idfs = [];
    private readonly Dictionary<string, double> _averageLengths = [];
    private readonly Dictionary<FuzzyQuery, (string Text, double Boost)[]> _expansions = [];

    /// <summary>The numbers of the documents that match with their scores.</summary>
    public SortedDictionary<int, double> Search(Query query)
    {
        var hits = new SortedDictionary<int, double>();
        for (var docId = 0; docId < documents.Count; docId++)
            if (!documents[docId].IsDeleted && Score(query, documents[docId], 1) is { } score) hits.Add(docId, score);
        return hits;
    }

    private static string[] Words(NaiveDocument document, string field) => field switch
    {
        "id" => [document.Id],
        "tag" => [.. document.Tags.Distinct()],
        _ => document.Words.GetValueOrDefault(field, []),
    };

    private static bool HasNorms(string field) => field is "title" or "body";

    private static double? Constant(bool isMatch, double boost) => isMatch ? boost : null;

    // A norm keeps the exponent of 1 / sqrt(length) and two digits of its mantissa.
    private static double LengthAsStored(int length)
    {
        var factor = 1 / Math.Sqrt(length);
        var power = Math.Pow(2, Math.Floor(Math.Log2(factor)));
        var kept = power * Math.Floor(factor / power * 4) / 4;
        return 1 / (kept * kept);
    }

    private double? Score(Query query, NaiveDocument document, double boost) => query switch
    {
        TermQuery term => Bm25(term.Term.Field, [term.Term.Text], document, words => words.Count(word => word == term.Term.Text), boost),
        PhraseQuery phrase => Bm25(
            phrase.Field, phrase.Terms, document, words => NaivePhrase.Freq(words, [.. phrase.Terms.Select(term => new[] { term })], phrase.Positions, phrase.Slop), boost),
        MultiPhraseQuery { Terms: [var alternatives] } phrase =>
            Boolean(new BooleanQuery(alternatives.Select(term => BooleanClause.Should(new TermQuery(phrase.Field, term)))), document, boost),
        MultiPhraseQuery phrase => Bm25(
            phrase.Field, [.. phrase.Terms.SelectMany(terms => terms)], document, words => NaivePhrase.Freq(words, phrase.Terms, phrase.Positions, phrase.Slop), boost),
        NearQuery near => Bm25(near.Field, [.. near.First.Terms, .. near.Second.Terms], document, words => NaiveNear.Freq(words, near), boost),
        WildcardQuery wildcard => Constant(Words(document, wildcard.Pattern.Field).Any(NaivePatterns.Wildcard(wildcard.Pattern.Text).IsMatch), boost),
        FuzzyQuery fuzzy => Fuzzy(fuzzy, document, boost),
        TrieRangeQuery range => Constant(
            document.Day is { } day && day >= (range.Minimum ?? long.MinValue) && day <= (range.Maximum ?? long.MaxValue), boost),
        DisjunctionMaxQuery best => Best(best, document, boost),
        CoverageQuery coverage => Coverage(coverage, document) is var count && count >= coverage.MinimumMatch ? boost * count : null,
        FunctionScoreQuery { Function: RecencyBoost recency } scored => Score(scored.Query, document, boost) * Recency(recency, document.Day),
        BoostQuery boosted => Score(boosted.Query, document, boost * boosted.Boost),
        ConstantScoreQuery constant => Constant(Score(constant.Query, document, 1) is not null, boost),
        BooleanQuery boolean => Boolean(boolean, document, boost),
        PrefixQuery prefix => Constant(
            Words(document, prefix.Prefix.Field).Any(word => word.StartsWith(prefix.Prefix.Text, StringComparison.Ordinal)), boost),
        TermSetQuery set => Constant(Words(document, set.Field).Any(set.Terms.Contains), boost),
        DocValuesRangeQuery range => Constant(
            document.Day is { } value && value >= (range.Minimum ?? long.MinValue) && value <= (range.Maximum ?? long.MaxValue), boost),
        DocValuesTermsQuery terms => Constant(
            (terms.Field == "tags" ? document.Tags : [document.Source ?? ""]).Any(terms.Values.Contains), boost),
        MatchAllDocsQuery => boost,
        MatchNoDocsQuery => null,
        _ => throw new NotSupportedException($"{query}"),
    };

    private static double Recency(RecencyBoost recency, long? day) =>
        day is { } value ? 1 + recency.Weight * Math.Exp(-Math.Log(2) * Math.Max(0, recency.Origin - value) / recency.HalfLife) : 1;

    private int Coverage(CoverageQuery query, NaiveDocument document) => query.Parts.Count(part => part.Any(one => Score(one, document, 1) is not null));

    private double? Best(DisjunctionMaxQuery query, NaiveDocument document, double boost)
    {
        double[] scores = [.. query.Queries.Select(part => Score(part, document, boost)).OfType<double>()];
        return scores.Length == 0 ? null : scores.Max() * (1 - query.TieBreaker) + scores.Sum() * query.TieBreaker;
    }

    private double? Fuzzy(FuzzyQuery query, NaiveDocument document, double boost)
    {
        var terms = Expansions(query);
        double[] scores = [.. terms.Select(term => Score(new TermQuery(query.Term.Field, term.Text), document, boost * term.Boost)).OfType<double>()];
        return scores.Length == 0 ? null : scores.Sum();
    }

    private (string Text, double Boost)[] Expansions(FuzzyQuery query)
    {
        if (_expansions.TryGetValue(query, out var known)) return known;
        var words = documents.SelectMany(document => Words(document, query.Term.Field)).Distinct();
        return _expansions[query] = NaivePatterns.Nearest(words, query);
    }

    private double? Boolean(BooleanQuery query, NaiveDocument document, double boost)
    {
        var sum = 0.0;
        var shouldMatches = 0;
        foreach (var clause in query.Clauses)
        {
            var score = Score(clause.Query, document, boost);
            var hasToMatch = clause.Occur is Occur.Must or Occur.Filter;
            if (hasToMatch && score is null || clause.Occur == Occur.MustNot && score is not null) return null;
            if (clause.Occur is Occur.Must or Occur.Should) sum += score ?? 0;
            if (clause.Occur == Occur.Should && score is not null) shouldMatches++;
        }

        var isShouldOptional = query.Clauses.Any(clause => clause.Occur is Occur.Must or Occur.Filter);
        var minimum = Math.Max(query.MinimumShouldMatch, isShouldOptional ? 0 : 1);
        return shouldMatches >= minimum ? sum : null;
    }

    private double? Bm25(string field, IReadOnlyList<string> terms, NaiveDocument document, Func<string[], double> count, double boost)
    {
        var words = Words(document, field);
        var freq = count(words);
        if (freq == 0) return null;
        var lengthPart = HasNorms(field) ? 0.25 + 0.75 * LengthAsStored(words.Length) / AverageLength(field) : 1;
        return boost * terms.Sum(term => Idf(field, term)) * 2.2 * freq / (freq + 1.2 * lengthPart);
    }

    private double Idf(string field, string term)
    {
        if (_idfs.TryGetValue((field, term), out var known)) return known;
        var docFreq = documents.Count(document => Words(document, field).Contains(term));
        return _idfs[(field, term)] = Math.Log(1 + (documents.Count - docFreq + 0.5) / (docFreq + 0.5));
    }

    private double AverageLength(string field)
    {
        if (_averageLengths.TryGetValue(field, out var known)) return known;
        return _averageLengths[field] = documents.Average(document => Words(document, field).Length);
    }
}

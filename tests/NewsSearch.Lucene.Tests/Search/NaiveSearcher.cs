using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Lucene.Tests.Search;

/// <summary>Evaluates queries document by document from their definitions, in double precision: slow, short, and nothing shared with the engine.</summary>
/// <param name="documents">All documents of the index by number, deleted ones included: these count for statistics.</param>
internal sealed class NaiveSearcher(IReadOnlyList<NaiveDocument> documents)
{
    private readonly Dictionary<(string Field, string Term), double> _idfs = [];
    private readonly Dictionary<string, double> _averageLengths = [];

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

    private static int CountPhrase(string[] words, PhraseQuery phrase) => Enumerable.Range(0, words.Length).Count(start =>
        Enumerable.Range(0, phrase.Terms.Count).All(i => words.ElementAtOrDefault(start + phrase.Positions[i]) == phrase.Terms[i]));

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
        PhraseQuery phrase => Bm25(phrase.Field, phrase.Terms, document, words => CountPhrase(words, phrase), boost),
        BoostQuery boosted => Score(boosted.Query, document, boost * boosted.Boost),
        ConstantScoreQuery constant => Constant(Score(constant.Query, document, 1) is not null, boost),
        BooleanQuery boolean => Boolean(boolean, document, boost),
        PrefixQuery prefix => Constant(
            Words(document, prefix.Prefix.Field).Any(word => word.StartsWith(prefix.Prefix.Text, StringComparison.Ordinal)), boost),
        TermSetQuery set => Constant(Words(document, set.Field).Any(set.Terms.Contains), boost),
        DocValuesRangeQuery range => Constant(
            document.Day is { } day && day >= (range.Minimum ?? long.MinValue) && day <= (range.Maximum ?? long.MaxValue), boost),
        DocValuesTermsQuery terms => Constant(
            (terms.Field == "tags" ? document.Tags : [document.Source ?? ""]).Any(terms.Values.Contains), boost),
        MatchAllDocsQuery => boost,
        MatchNoDocsQuery => null,
        _ => throw new NotSupportedException($"{query}"),
    };

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

    private double? Bm25(string field, IReadOnlyList<string> terms, NaiveDocument document, Func<string[], int> count, double boost)
    {
        var words = Words(document, field);
        double freq = count(words);
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

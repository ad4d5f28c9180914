using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Lucene.Tests.Peers;

/// <summary>One query in our words and in the judge's.</summary>
/// <param name="Query">For our searcher.</param>
/// <param name="Form">For <see cref="QueryJudge.Search"/>.</param>
internal sealed record PairedQuery(Query Query, string Form)
{
    public static PairedQuery All { get; } = new(new MatchAllDocsQuery(), JudgeQuery.All);

    public static PairedQuery Term(string field, string text) => new(new TermQuery(new Term(field, text)), JudgeQuery.Term(field, text));

    public static PairedQuery Phrase(string field, params string[] terms) => new(new PhraseQuery(field, terms), JudgeQuery.Phrase(field, terms));

    public static PairedQuery SloppyPhrase(int slop, string field, params string[] terms) =>
        new(new PhraseQuery(field, terms) { Slop = slop }, JudgeQuery.SloppyPhrase(slop, field, terms));

    public static PairedQuery MultiPhrase(int slop, string field, params (int Position, string[] Terms)[] places) => new(
        new MultiPhraseQuery(field, [.. places.Select(place => place.Terms)], [.. places.Select(place => place.Position)]) { Slop = slop },
        JudgeQuery.MultiPhrase(slop, field, [.. places.Select(place => JudgeQuery.At(place.Position, place.Terms))]));

    public static PairedQuery Wildcard(string field, string pattern) => new(new WildcardQuery(field, pattern), JudgeQuery.Wildcard(field, pattern));

    public static PairedQuery Fuzzy(string field, string text, int maxEdits, int prefixLength, int maxExpansions) => new(
        new FuzzyQuery(field, text) { MaxEdits = maxEdits, PrefixLength = prefixLength, MaxExpansions = maxExpansions },
        JudgeQuery.Fuzzy(field, text, maxEdits, prefixLength, maxExpansions));

    public static PairedQuery TrieRange(string field, int precisionStep, long? from, long? to) =>
        new(TrieRangeQuery.OfInt64(field, from, to, precisionStep), JudgeQuery.TrieRange(field, precisionStep, from, to));

    public static PairedQuery TrieRangeInt32(string field, int precisionStep, int? from, int? to) =>
        new(TrieRangeQuery.OfInt32(field, from, to, precisionStep), JudgeQuery.TrieRangeInt32(field, precisionStep, from, to));

    public static PairedQuery DisMax(float tieBreaker, params PairedQuery[] queries) => new(
        new DisjunctionMaxQuery(queries.Select(query => query.Query)) { TieBreaker = tieBreaker },
        JudgeQuery.DisMax(tieBreaker, [.. queries.Select(query => query.Form)]));

    public static PairedQuery Prefix(string field, string prefix) => new(new PrefixQuery(field, prefix), JudgeQuery.Prefix(field, prefix));

    public static PairedQuery Range(string field, long? from, long? to) =>
        new(new DocValuesRangeQuery(field, from, to), JudgeQuery.Range(field, from, to));

    public PairedQuery Boosted(float boost) => new(new BoostQuery(Query, boost), JudgeQuery.Boost(boost, Form));

    public PairedQuery Constant() => new(new ConstantScoreQuery(Query), JudgeQuery.Constant(Form));

    public static PairedQuery Bool(params (Occur Occur, PairedQuery Query)[] clauses) => AtLeast(0, clauses);

    /// <summary>A boolean query of which so many should clauses have to match.</summary>
    public static PairedQuery AtLeast(int minimum, params (Occur Occur, PairedQuery Query)[] clauses) => new(
        new BooleanQuery(clauses.Select(clause => new BooleanClause(clause.Occur, clause.Query.Query))) { MinimumShouldMatch = minimum },
        JudgeQuery.Bool([.. clauses.Select(clause => Clause(clause.Occur, clause.Query.Form)), JudgeQuery.MinShould(minimum)]));

    private static string Clause(Occur occur, string form) => occur switch
    {
        Occur.Must => JudgeQuery.Must(form),
        Occur.Should => JudgeQuery.Should(form),
        Occur.MustNot => JudgeQuery.MustNot(form),
        Occur.Filter => JudgeQuery.Filter(form),
        _ => throw new ArgumentOutOfRangeException(nameof(occur), occur, null),
    };
}

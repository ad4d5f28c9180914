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

    public static PairedQuery Prefix(string field, string prefix) => new(new PrefixQuery(field, prefix), JudgeQuery.Prefix(field, prefix));

    public static PairedQuery Range(string field, long? from, long? to) =>
        new(new DocValuesRangeQuery(field, from, to), JudgeQuery.Range(field, from, to));

    public PairedQuery Boosted(float boost) => new(new BoostQuery(Query, boost), JudgeQuery.Boost(boost, Form));

    public static PairedQuery Bool(params (Occur Occur, PairedQuery Query)[] clauses) => new(
        new BooleanQuery(clauses.Select(clause => new BooleanClause(clause.Occur, clause.Query.Query))),
        JudgeQuery.Bool([.. clauses.Select(clause => Clause(clause.Occur, clause.Query.Form))]));

    private static string Clause(Occur occur, string form) => occur switch
    {
        Occur.Must => JudgeQuery.Must(form),
        Occur.Should => JudgeQuery.Should(form),
        Occur.MustNot => JudgeQuery.MustNot(form),
        Occur.Filter => JudgeQuery.Filter(form),
        _ => throw new ArgumentOutOfRangeException(nameof(occur), occur, null),
    };
}

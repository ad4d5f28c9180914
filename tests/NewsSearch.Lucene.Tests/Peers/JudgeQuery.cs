using System.Globalization;

namespace NewsSearch.Lucene.Tests.Peers;

/// <summary>Writes the query forms that <see cref="QueryJudge.Search"/> takes; tests/peers/README.md says what each means.</summary>
internal static class JudgeQuery
{
    public const string All = "(all)";

    public static string Term(string field, string text) => Form("term", Atoms(field, text));

    public static string Phrase(string field, params string[] terms) => Form("phrase", Atoms([field, .. terms]));

    public static string SloppyPhrase(int slop, string field, params string[] terms) => Form("sloppy", Number(slop), Atoms([field, .. terms]));

    /// <summary>Places are what <see cref="At"/> gives.</summary>
    public static string MultiPhrase(int slop, string field, params string[] places) => Form("multiphrase", [Number(slop), Atoms(field), .. places]);

    public static string At(int position, params string[] terms) => Form("at", Number(position), Atoms(terms));

    public static string Prefix(string field, string prefix) => Form("prefix", Atoms(field, prefix));

    public static string Wildcard(string field, string pattern) => Form("wildcard", Atoms(field, pattern));

    public static string Fuzzy(string field, string text, int maxEdits, int prefixLength, int maxExpansions) =>
        Form("fuzzy", Number(maxEdits), Number(prefixLength), Number(maxExpansions), Atoms(field, text));

    /// <summary>Documents whose numeric doc value lies between the bounds, both included; null is no bound.</summary>
    public static string Range(string field, long? from, long? to) => Form("range", Atoms(field), Bound(from), Bound(to));

    /// <summary>The same for a sorted doc value, in the order of UTF-8 bytes.</summary>
    public static string StringRange(string field, string? from, string? to) => Form("stringrange", Atoms(field), Bound(from), Bound(to));

    public static string TrieRange(string field, int precisionStep, long? from, long? to) =>
        Form("trierange", Atoms(field), Number(precisionStep), Bound(from), Bound(to));

    public static string TrieRangeInt32(string field, int precisionStep, int? from, int? to) =>
        Form("trierangeint", Atoms(field), Number(precisionStep), Bound(from), Bound(to));

    public static string DisMax(float tieBreaker, params string[] queries) =>
        Form("dismax", [tieBreaker.ToString("R", CultureInfo.InvariantCulture), .. queries]);

    public static string Constant(string query) => Form("constant", query);

    public static string Boost(float boost, string query) => Form("boost", boost.ToString("R", CultureInfo.InvariantCulture), query);

    /// <summary>Clauses are what <see cref="Must"/>, <see cref="Should"/>, <see cref="MustNot"/>, <see cref="Filter"/> and <see cref="MinShould"/> give.</summary>
    public static string Bool(params string[] clauses) => Form("bool", clauses);

    public static string Must(string query) => Form("must", query);

    public static string Should(string query) => Form("should", query);

    public static string MustNot(string query) => Form("mustnot", query);

    public static string Filter(string query) => Form("filter", query);

    public static string MinShould(int count) => Form("minshould", Number(count));

    /// <param name="missing">The value that documents without one are sorted by; null is Lucene's default, 0.</param>
    public static string SortByLong(string field, bool descending, long? missing = null) =>
        Form("sort", Atoms(field), "long", Direction(descending), Number(missing ?? 0));

    /// <param name="missingLast">Whether documents without a value come last in ascending order; Lucene's default is first.</param>
    public static string SortByString(string field, bool descending, bool missingLast = false) =>
        Form("sort", Atoms(field), "string", Direction(descending), missingLast ? "last" : "first");

    private static string Form(string name, params string[] arguments) => $"({name} {string.Join(' ', arguments)})";

    private static string Atoms(params string[] texts) => string.Join(' ', texts.Select(JudgeAtom.Encode));

    private static string Direction(bool descending) => descending ? "desc" : "asc";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Bound(long? bound) => bound is null ? "*" : Number(bound.Value);

    private static string Bound(string? bound) => bound is null ? "*" : JudgeAtom.Encode(bound);
}

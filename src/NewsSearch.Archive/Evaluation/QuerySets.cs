namespace NewsSearch.Archive.Evaluation;

/// <summary>Reads sets of queries with judgements from files.</summary>
public static class QuerySets
{
    private static readonly string[] JsonLinesEndings = [".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"];

    /// <summary>Whether the name is one of JSON Lines, which hold queries and judgements together.</summary>
    public static bool IsJsonLines(string path) => JsonLinesEndings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Reads JSON Lines of one of two forms: <c>{"query", "relevant": [id, …]}</c>, every listed article equally relevant, or
    /// <c>{"query", "id", "score"}</c>, a known item.
    /// </summary>
    /// <exception cref="QuerySetException">The file has another form; the message says what was expected.</exception>
    public static QuerySet ReadJsonLines(string path) => JsonLinesQuerySet.Read(path, NameOf(path));

    /// <summary>
    /// Reads the form of TREC: topics as <c>number TAB query</c>, judgements as <c>number 0 article grade</c>, both one a line.
    /// </summary>
    /// <exception cref="QuerySetException">A file has another form; the message says what was expected.</exception>
    public static QuerySet ReadTrec(string topics, string judgements) => TrecQuerySet.Read(topics, judgements, NameOf(topics));

    private static string NameOf(string path)
    {
        var name = Path.GetFileName(path);
        var end = name.IndexOf('.', 1);
        return end < 0 ? name : name[..end];
    }
}

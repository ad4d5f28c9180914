using System.Text.Json;

namespace NewsSearch.Archive.Evaluation;

/// <summary>Queries and judgements on one line each, as JSON objects.</summary>
internal static class JsonLinesQuerySet
{
    /// <summary>
    /// From this score on, of 1 to 5, an article is what a known-item query asks for. People who give less say that query and
    /// article don't belong together: then the archive holds no right answer, and the line is passed over.
    /// </summary>
    public const int GoodScore = 4;

    private const string Expected = "expected {\"query\", \"relevant\": [id, …]} or {\"query\", \"id\", \"score\"}";

    private delegate JudgedQuery? LineReading(JsonElement line, Func<string, QuerySetException> refuse);

    public static QuerySet Read(string path, string name)
    {
        var queries = new List<JudgedQuery>();
        var passed = 0;
        LineReading? form = null;
        foreach (var (number, text) in QuerySetLines.Read(path))
        {
            QuerySetException Refuse(string reason) => new(path, number, reason);
            using var json = Parse(text, Refuse);
            var formHere = FormOf(json.RootElement, Refuse);
            if (form is not null && formHere != form) throw Refuse("the line has another form than those before it");
            form = formHere;
            if (form(json.RootElement, Refuse) is { } query) queries.Add(query);
            else passed++;
        }

        if (queries.Count == 0) throw new QuerySetException(path, "there is no query in it; " + Expected);
        return new QuerySet(name, queries, passed);
    }

    private static JsonDocument Parse(string text, Func<string, QuerySetException> refuse)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException error)
        {
            throw refuse($"not JSON: {error.Message}");
        }
    }

    private static LineReading FormOf(JsonElement line, Func<string, QuerySetException> refuse)
    {
        if (line.ValueKind != JsonValueKind.Object) throw refuse("not a JSON object; " + Expected);
        if (line.TryGetProperty("relevant", out _)) return ReadRelevant;
        if (line.TryGetProperty("score", out _)) return ReadKnownItem;
        throw refuse(
            line.TryGetProperty("a", out _) && line.TryGetProperty("b", out _) ? "pairs of articles, not queries; " + Expected
            : line.TryGetProperty("query", out _) ? "a query without judgements, so there is nothing to measure; " + Expected
            : Expected);
    }

    private static JudgedQuery ReadRelevant(JsonElement line, Func<string, QuerySetException> refuse)
    {
        var query = TextOf(line, "query", refuse);
        var relevant = line.GetProperty("relevant");
        if (relevant.ValueKind != JsonValueKind.Array || relevant.EnumerateArray().Any(id => id.ValueKind != JsonValueKind.String))
            throw refuse("relevant is no array of ids");
        return new JudgedQuery(query, query, relevant.EnumerateArray().Select(id => id.GetString()!).Distinct().ToDictionary(id => id, _ => 1));
    }

    private static JudgedQuery? ReadKnownItem(JsonElement line, Func<string, QuerySetException> refuse)
    {
        var query = TextOf(line, "query", refuse);
        var id = TextOf(line, "id", refuse);
        if (line.GetProperty("score") is not { ValueKind: JsonValueKind.Number } number || !number.TryGetDouble(out var score)) throw refuse("score is no number");
        return score >= GoodScore ? new JudgedQuery(query, query, new Dictionary<string, int> { [id] = 1 }) : null;
    }

    private static string TextOf(JsonElement line, string name, Func<string, QuerySetException> refuse) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw refuse($"{name} is missing or no text; {Expected}");
}

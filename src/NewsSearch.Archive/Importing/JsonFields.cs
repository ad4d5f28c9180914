using System.Text.Json;

namespace NewsSearch.Archive.Importing;

/// <summary>
/// Reads the fields of an article's JSON object by name and type. The first thing that is wrong is kept as
/// <see cref="Problem"/>; whatever is read after it is of no account.
/// </summary>
/// <remarks>An optional field that is null or blank counts as absent.</remarks>
internal sealed class JsonFields(JsonElement article)
{
    private static readonly char[] KeywordSeparators = [';', ',', '；', '，', '、'];

    /// <summary>What is wrong, in words for the one who made the file; null while nothing is.</summary>
    public string? Problem { get; private set; }

    public static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.Number => "a number",
        JsonValueKind.String => "text",
        JsonValueKind.Null => "null",
        _ => value.GetRawText(),
    };

    public string Id()
    {
        var id = Required("id", text => text.Trim());
        var control = id.AsSpan().IndexOfAnyInRange('\0', '\u001F');
        if (control < 0) control = id.AsSpan().IndexOfAnyInRange('\u007F', '\u009F');
        if (control >= 0) Refuse($"id has the control character U+{(int)id[control]:X4}");
        return id;
    }

    public string Required(string name, Func<string, string> clean)
    {
        if (!TryGet(article, name, out var value)) return Missing(name);
        var text = clean(Text(value, name));
        return text.Length > 0 ? text : Missing(name);
    }

    public string? Optional(string name) => Optional(article, name, name);

    /// <summary>A path as sites print it, or its names in an array, outermost first.</summary>
    public ChannelPath Channel(string name)
    {
        if (!TryGet(article, name, out var value)) return ChannelPath.None;
        var names = value.ValueKind == JsonValueKind.Array ? Texts(value, name) : [Line(value, name, "text or an array of texts")];
        return ChannelPath.Parse(string.Join('/', names));
    }

    public DateTimeOffset? Time(string name)
    {
        if (Optional(name) is not { } text) return null;
        var time = PublicationTime.ParseIso(text, out var problem);
        if (problem is not null) Refuse($"{name} {ArticleText.Quote(text)} {problem}");
        return time;
    }

    /// <summary>An array of texts, or one text with separators between the keywords; each keyword once.</summary>
    public IReadOnlyList<string> Keywords(string name)
    {
        if (!TryGet(article, name, out var value)) return [];
        IEnumerable<string> keywords = value.ValueKind == JsonValueKind.Array ? Texts(value, name) : SplitKeywords(value, name);
        return keywords.Where(keyword => keyword.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
    }

    public IReadOnlyList<EditorialLink> Links(string name)
    {
        if (!TryGet(article, name, out var value)) return [];
        if (value.ValueKind != JsonValueKind.Array) Refuse($"{name} is {Describe(value)}, expected an array of objects");
        else Refuse(ArticleLimits.ItemExcess(name, value.GetArrayLength()));
        if (Problem is not null) return [];
        var links = new List<EditorialLink>(value.GetArrayLength());
        foreach (var item in value.EnumerateArray()) links.Add(Link(item, $"{name}[{links.Count}]"));
        return links;
    }

    private EditorialLink Link(JsonElement item, string what)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            Refuse($"{what} is {Describe(item)}, expected an object");
            return new EditorialLink("", null, null);
        }

        var title = Optional(item, "title", what + ".title");
        if (title is null) Refuse($"{what} has no title");
        return new EditorialLink(title ?? "", Optional(item, "snippet", what + ".snippet"), Optional(item, "date", what + ".date"));
    }

    private string[] SplitKeywords(JsonElement value, string name)
    {
        var text = Line(value, name, "an array of texts or one text");
        Refuse(ArticleLimits.Excess(name, text, ArticleLimits.KeywordText));
        return Problem is null ? text.Split(KeywordSeparators, StringSplitOptions.TrimEntries) : [];
    }

    private List<string> Texts(JsonElement array, string what)
    {
        Refuse(ArticleLimits.ItemExcess(what, array.GetArrayLength()));
        if (Problem is not null) return [];
        var texts = new List<string>(array.GetArrayLength());
        var count = 0;
        foreach (var item in array.EnumerateArray())
        {
            var text = Line(item, $"{what}[{count++}]", "text");
            if (text.Length > 0) texts.Add(text);
        }

        return texts;
    }

    private string? Optional(JsonElement parent, string name, string what)
    {
        if (!TryGet(parent, name, out var value)) return null;
        var text = Line(value, what, "text");
        return text.Length > 0 ? text : null;
    }

    private string Line(JsonElement value, string what, string expected) => ArticleText.CleanLine(Text(value, what, expected));

    private string Text(JsonElement value, string what, string expected = "text")
    {
        if (value.ValueKind == JsonValueKind.String) return value.GetString()!;
        Refuse($"{what} is {Describe(value)}, expected {expected}");
        return "";
    }

    private static bool TryGet(JsonElement parent, string name, out JsonElement value) =>
        parent.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    private string Missing(string name)
    {
        Refuse($"has no {name}");
        return "";
    }

    private void Refuse(string? problem) => Problem ??= problem;
}

using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace NewsSearch.Archive.Importing;

/// <summary>Reads an article from its JSON object.</summary>
/// <remarks>Unknown names are ignored; of a name that stands twice the last value counts.</remarks>
internal static class JsonArticleParser
{
    private const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth };

    /// <summary>The article, or null and the problem in words.</summary>
    public static Article? Parse(ReadOnlyMemory<byte> json, out string? problem, bool acceptsUntitled = false)
    {
        problem = FindBadUtf8(json.Span);
        if (problem is not null) return null;
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            problem = LoneSurrogate.Find(json.Span);
            return problem is null ? Read(document.RootElement, acceptsUntitled, out problem) : null;
        }
        catch (JsonException e)
        {
            problem = $"not JSON: {Explain(e)} at byte {e.BytePositionInLine + 1}";
            return null;
        }
    }

    private static Article? Read(JsonElement root, bool acceptsUntitled, out string? problem)
    {
        problem = root.ValueKind == JsonValueKind.Object ? null : $"is {JsonFields.Describe(root)}, expected a JSON object";
        if (problem is not null) return null;
        var fields = new JsonFields(root);
        var article = new Article
        {
            Id = fields.Id(),
            Title = acceptsUntitled ? fields.Optional("title") ?? "" : fields.Required("title", title => ArticleText.CleanLine(title)),
            Body = fields.Required("body", ArticleText.CleanBody),
            Source = fields.Optional("source"),
            Channel = fields.Channel("channel"),
            PublishedAt = fields.Time("publishedAt"),
            Url = fields.Optional("url"),
            Author = fields.Optional("author"),
            Keywords = fields.Keywords("keywords"),
            Related = fields.Links("related"),
        };
        problem = fields.Problem ?? ArticleLimits.FindExcess(article);
        return problem is null ? article : null;
    }

    private static string? FindBadUtf8(ReadOnlySpan<byte> line)
    {
        if (Utf8.IsValid(line)) return null;
        var place = 0;
        while (Rune.DecodeFromUtf8(line[place..], out _, out var length) == System.Buffers.OperationStatus.Done) place += length;
        return $"not UTF-8: 0x{line[place]:X2} at byte {place + 1}";
    }

    /// <summary>The reader's own words without the place that it adds to them.</summary>
    private static string Explain(JsonException e)
    {
        var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? e.Message : e.Message[..end]).TrimEnd('.');
    }
}

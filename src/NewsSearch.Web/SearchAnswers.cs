using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NewsSearch.Archive;

namespace NewsSearch.Web;

/// <summary>Answers searches with JSON: from memory where the same was asked before of the same archive, otherwise by searching.</summary>
internal sealed class SearchAnswers(ServedArchive archive, AnswerCache cache, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json)
{
    // Versions are counted from opening: what another run of the program tagged must not look like ours.
    private readonly string _run = Guid.NewGuid().ToString("N")[..12];

    public async Task<JsonAnswer> AnswerAsync(NewsQuery query, HttpContext context)
    {
        // Read before anything is asked: an answer is then at least as new as the version that it is kept under.
        var version = archive.Version;
        var tag = string.Create(CultureInfo.InvariantCulture, $"W/\"{_run}-{version.Commits}-{version.Dictionaries}\"");
        if (IsKnown(context.Request, tag)) return new JsonAnswer(null, tag);
        var question = Question.Of(query);
        if (cache.Find(version, question) is { } kept) return new JsonAnswer(kept, tag);
        var result = await archive.AskAsync((searcher, limit) => searcher.SearchAsync(query, limit), context.RequestAborted);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(result, json.Value.SerializerOptions);
        if (cache.IsRepeated(question)) cache.Keep(version, question, bytes);
        return new JsonAnswer(bytes, tag);
    }

    /// <summary>The tag is weak and stands for all answers of a version: the address tells them apart.</summary>
    private static bool IsKnown(HttpRequest request, string tag)
    {
        foreach (var known in request.Headers.IfNoneMatch)
            if (known is not null && known.Contains(tag, StringComparison.Ordinal)) return true;
        return false;
    }
}

using System.Text.Json;

namespace NewsSearch.Archive.Tests.Importing;

/// <summary>Small valid input to vary in a test.</summary>
internal static class Some
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An article as a JSON line, no two alike.</summary>
    public static string Line(int number) => JsonSerializer.Serialize(new
    {
        id = $"id-{number}",
        title = $"第{number}号渡轮今天靠港",
        body = $"渡轮{number}号载客{number * 7919 % 1000}人。\n码头风力{number % 12}级。",
        source = "澜江日报",
        channel = "新闻频道/航运",
        publishedAt = $"2024-05-{number % 28 + 1:00}T18:02:47+08:00",
        keywords = new[] { "渡轮", $"{number % 7}号码头" },
    }, Readable);
}

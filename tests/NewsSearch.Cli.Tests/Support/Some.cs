using System.Text.Json;
using NewsSearch.Archive;
using NewsSearch.Web;

namespace NewsSearch.Cli.Tests.Support;

/// <summary>Articles of our own invention, as lines of JSON.</summary>
internal static class Some
{
    public static string Line(string id, string title = "滨江新桥今日通车", string body = "滨江新桥上午通车，两岸车程缩短二十分钟。", string source = "滨江日报") =>
        JsonSerializer.Serialize(
            new
            {
                id,
                title,
                body,
                source,
                channel = "新闻频道/国内新闻",
                publishedAt = new DateTimeOffset(2024, 5, 21, 18, 2, 47, TimeSpan.FromHours(8)),
            },
            NewsJson.Options);

    public static string[] Lines(int count) => [.. Enumerable.Range(1, count).Select(number => Line($"a-{number}", $"北岗村秋收见闻之{number}", "稻田开镰，收割机清晨下地。", "田野周刊"))];

    public static string[] NewsPage { get; } =
    [
        "首页  »  新闻频道  »  国内新闻", "",
        "北岗村秋收过半", "",
        "2023-09-18 07:30:00", "",
        "来源:田野周刊", "",
        "  北岗村的稻田已收割过半，合作社的晒场昼夜不停。", "",
    ];
}

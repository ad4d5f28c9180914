using System.Globalization;
using System.Text;
using NewsSearch.Archive;

namespace NewsSearch.Cli.Measuring;

/// <summary>An article as both sides of a benchmark read it: text only, so that no side computes dates. Empty where there is no value.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Body">Its body.</param>
/// <param name="Source">Its source.</param>
/// <param name="Channel">Its channel, as <see cref="ChannelPath.Text"/> has it.</param>
/// <param name="Month">Of publication, such as 2024-05.</param>
/// <param name="Day">Of publication, in days since 0001-01-01.</param>
/// <param name="Millis">The moment of publication in milliseconds since 1970-01-01 UTC.</param>
/// <param name="PublishedAt">The same in ISO 8601 with the publisher's offset.</param>
/// <param name="Url">Its address.</param>
internal sealed record BenchArticle(
    string Id, string Title, string Body, string Source, string Channel, string Month, string Day, string Millis, string PublishedAt, string Url)
{
    private const int ValueCount = 10;
    private const string Escaped = "\t\n\r\\";

    public static BenchArticle Of(Article article)
    {
        var time = article.PublishedAt;
        return new BenchArticle(
            article.Id,
            article.Title,
            article.Body,
            article.Source ?? "",
            article.Channel.Text,
            time?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? "",
            time is null ? "" : DateOnly.FromDateTime(time.Value.DateTime).DayNumber.ToString(CultureInfo.InvariantCulture),
            time?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) ?? "",
            time?.ToString("O", CultureInfo.InvariantCulture) ?? "",
            article.Url ?? "");
    }

    /// <summary>Reads what <see cref="ToLine"/> wrote.</summary>
    public static BenchArticle Parse(string line)
    {
        var values = line.Split('\t');
        if (values.Length != ValueCount) throw new InvalidDataException($"A line of {values.Length} values instead of {ValueCount}.");
        for (var i = 0; i < values.Length; i++) values[i] = Unescape(values[i]);
        return new BenchArticle(values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7], values[8], values[9]);
    }

    /// <summary>One line, its values parted by tabs; \t, \n, \r and \\ stand for what would break it.</summary>
    public string ToLine() => string.Join('\t', ((string[])[Id, Title, Body, Source, Channel, Month, Day, Millis, PublishedAt, Url]).Select(Escape));

    /// <summary>The article as the product takes it.</summary>
    public Article ToArticle() => new()
    {
        Id = Id,
        Title = Title,
        Body = Body,
        Source = Source.Length == 0 ? null : Source,
        Channel = ChannelPath.Parse(Channel),
        PublishedAt = PublishedAt.Length == 0 ? null : DateTimeOffset.ParseExact(PublishedAt, "O", CultureInfo.InvariantCulture),
        Url = Url.Length == 0 ? null : Url,
    };

    private static string Escape(string value) => value.AsSpan().ContainsAny(Escaped)
        ? value.Replace("\\", "\\\\").Replace("\t", "\\t").Replace("\n", "\\n").Replace("\r", "\\r")
        : value;

    private static string Unescape(string value)
    {
        var at = value.IndexOf('\\');
        if (at < 0) return value;
        var text = new StringBuilder(value.Length);
        var copied = 0;
        for (; at >= 0; at = value.IndexOf('\\', copied))
        {
            text.Append(value, copied, at - copied).Append(Original(value[at + 1]));
            copied = at + 2;
        }

        return text.Append(value, copied, value.Length - copied).ToString();
    }

    private static char Original(char escaped) => escaped switch
    {
        't' => '\t',
        'n' => '\n',
        'r' => '\r',
        _ => escaped,
    };
}

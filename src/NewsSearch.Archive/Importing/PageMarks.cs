using System.Text.RegularExpressions;

namespace NewsSearch.Archive.Importing;

/// <summary>Tells the lines of a news page apart by the marks that pages of this form carry.</summary>
internal static partial class PageMarks
{
    private const string Home = "首页";
    private const string ArticleLevel = "正文";

    // A line with a time or a source is short; anything longer is text and is spared the look.
    private const int HeaderLineLength = 400;

    public static bool IsBreadcrumb(string line) => line.Contains('»') || HomeLevel().IsMatch(line);

    /// <summary>The channels of a breadcrumb: without the home page before them and without "the article itself" behind.</summary>
    public static ChannelPath Channel(string breadcrumb)
    {
        var names = ChannelPath.Parse(breadcrumb).Names;
        if (names.Count > 0 && names[0] == Home) names = [.. names.Skip(1)];
        if (names.Count > 0 && names[^1] == ArticleLevel) names = [.. names.SkipLast(1)];
        return ChannelPath.Parse(string.Join('/', names));
    }

    /// <inheritdoc cref="PublicationTime.TryParsePage"/>
    public static bool IsTime(string line, out DateTimeOffset? time, out string rest)
    {
        (time, rest) = (null, "");
        return line.Length <= HeaderLineLength && PublicationTime.TryParsePage(Narrow(line), out time, out rest);
    }

    public static bool IsSource(string line, out string? source)
    {
        var label = line.Length <= HeaderLineLength ? SourceLabel().Match(line) : Match.Empty;
        var name = label.Success ? ArticleText.CleanLine(line.AsSpan(label.Length)) : "";
        source = name.Length > 0 ? name : null;
        return label.Success;
    }

    public static bool IsRelatedHeading(string line) => RelatedHeading().IsMatch(line);

    public static bool IsDisclaimer(string line) => Disclaimer().IsMatch(line);

    /// <summary>Whether a line begins an item of a list; the text behind the bullet is the item's title.</summary>
    public static bool IsItem(string line, out string title)
    {
        var bullet = Bullet().Match(line);
        title = bullet.Success ? line[bullet.Length..] : "";
        return bullet.Success;
    }

    public static bool IsItemDate(string line, out string date)
    {
        var label = ItemDateLabel().Match(line);
        date = label.Success ? Narrow(line[label.Length..]) : "";
        return label.Success;
    }

    /// <summary>Full-width digits, letters and signs as their ASCII twins, full-width and no-break spaces as spaces.</summary>
    private static string Narrow(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = source[i] switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(source[i] - 0xFEE0),
                '\u3000' or '\u00A0' => ' ',
                var other => other,
            };
        }
    });

    [GeneratedRegex(@"^首页\s*(?:[>＞/]|\z)")]
    private static partial Regex HomeLevel();

    [GeneratedRegex(@"^来\s?源\s*[:：]\s*")]
    private static partial Regex SourceLabel();

    [GeneratedRegex(@"^(?:[•·●▪∙]\s*)?相关阅读\s*[:：]?\z")]
    private static partial Regex RelatedHeading();

    [GeneratedRegex(@"^[•·●▪∙【\[（(\s]*免责声明\s*(?:[】\]）):：]|\z)")]
    private static partial Regex Disclaimer();

    [GeneratedRegex(@"^[•·●▪∙]\s*")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^时间\s*[:：]\s*")]
    private static partial Regex ItemDateLabel();
}

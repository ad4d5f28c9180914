using System.Globalization;

namespace NewsSearch.Archive.Importing;

/// <summary>How long the parts of an imported article may be, in UTF-16 characters.</summary>
/// <remarks>
/// An index term holds at most 32,766 bytes, and id, source, channel and keywords become one term each: they stay far
/// below. The others only keep a broken feed from passing a whole file off as a headline.
/// </remarks>
internal static class ArticleLimits
{
    public const int Id = 512;
    public const int Title = 2_000;
    public const int Body = 4 << 20;
    public const int Source = 256;
    public const int Channel = 1_024;
    public const int Url = 4_096;
    public const int Author = 512;
    public const int Keyword = 256;
    public const int Snippet = 20_000;
    public const int RelatedDate = 64;

    /// <summary>All keywords of an article written as one text.</summary>
    public const int KeywordText = 20_000;

    /// <summary>How many keywords, names of channels or related items an article may have.</summary>
    public const int Items = 1_000;

    /// <summary>The first part that is too long, in words, or null.</summary>
    public static string? FindExcess(Article article) =>
        Excess("id", article.Id, Id)
        ?? Excess("title", article.Title, Title)
        ?? Excess("body", article.Body, Body)
        ?? Excess("source", article.Source, Source)
        ?? Excess("channel", article.Channel.Text, Channel)
        ?? Excess("url", article.Url, Url)
        ?? Excess("author", article.Author, Author)
        ?? ItemExcess("keywords", article.Keywords.Count)
        ?? ItemExcess("related", article.Related.Count)
        ?? article.Keywords.Select((text, i) => Excess($"keywords[{i}]", text, Keyword)).FirstOrDefault(Found)
        ?? article.Related.Select((link, i) => FindExcess($"related[{i}]", link)).FirstOrDefault(Found);

    /// <summary>That a text is too long, in words, or null.</summary>
    public static string? Excess(string what, string? text, int most) =>
        text is null || text.Length <= most ? null
        : string.Create(CultureInfo.InvariantCulture, $"{what} has {text.Length:N0} characters, at most {most:N0} are allowed");

    /// <summary>That there are too many items, in words, or null.</summary>
    public static string? ItemExcess(string what, int count) =>
        count <= Items ? null : string.Create(CultureInfo.InvariantCulture, $"{what} has {count:N0} items, at most {Items:N0} are allowed");

    private static string? FindExcess(string what, EditorialLink link) =>
        Excess(what + ".title", link.Title, Title)
        ?? Excess(what + ".snippet", link.Snippet, Snippet)
        ?? Excess(what + ".date", link.Date, RelatedDate);

    private static bool Found(string? problem) => problem is not null;
}

using System.Text;
using NewsSearch.Archive;

namespace NewsSearch.Web.Pages;

/// <summary>
/// Addresses of the search page. The query string is the whole state of a search, so every list of results can be
/// bookmarked and sent to a colleague.
/// </summary>
internal static class SearchLinks
{
    /// <summary>Hits a page where the address does not say.</summary>
    public static int DefaultSize { get; } = new NewsQuery().Size;

    /// <summary>The address that asks this query.</summary>
    public static string Url(NewsQuery query)
    {
        var url = new StringBuilder("/");
        Append(url, "q", query.Text);
        foreach (var source in query.Sources) Append(url, "source", source);
        foreach (var channel in query.Channels) Append(url, "channel", channel.Text);
        Append(url, "from", Day(query.From));
        Append(url, "to", Day(query.To));
        Append(url, "sort", SortName(query));
        if (query.Size != DefaultSize) Append(url, "size", query.Size.ToString());
        if (query.Page > 1) Append(url, "page", query.Page.ToString());
        return url.ToString();
    }

    public static NewsQuery ToggleSource(NewsQuery query, string source) =>
        query with { Page = 1, Sources = Toggle(query.Sources, source) };

    public static NewsQuery ToggleChannel(NewsQuery query, ChannelPath channel) =>
        query with { Page = 1, Channels = Toggle(query.Channels, channel) };

    /// <summary>Narrows to a month or, where that month is chosen already, to any date.</summary>
    public static NewsQuery ToggleMonth(NewsQuery query, DateOnly firstDay) => IsMonth(query, firstDay)
        ? query with { Page = 1, From = null, To = null }
        : query with { Page = 1, From = firstDay, To = LastDay(firstDay) };

    public static bool IsMonth(NewsQuery query, DateOnly firstDay) => query.From == firstDay && query.To == LastDay(firstDay);

    public static NewsQuery WithSort(NewsQuery query, NewsSort sort) => query with { Page = 1, Sort = sort };

    /// <summary>The search page of one channel alone, latest articles first.</summary>
    public static string ChannelUrl(ChannelPath channel) => Url(new NewsQuery { Channels = [channel], Sort = DefaultSort("") });

    /// <summary>The search page of one source alone, latest articles first.</summary>
    public static string SourceUrl(string source) => Url(new NewsQuery { Sources = [source], Sort = DefaultSort("") });

    /// <summary>The search page for these words.</summary>
    public static string TextUrl(string text) => Url(new NewsQuery { Text = text });

    /// <summary>Best match first; without words nothing matches better than anything else, so the latest come first.</summary>
    public static NewsSort DefaultSort(string text) => string.IsNullOrWhiteSpace(text) ? NewsSort.Newest : NewsSort.Relevance;

    /// <summary>The value of the parameter <c>sort</c>, or null where it is the order by default.</summary>
    public static string? SortName(NewsQuery query) => query.Sort == DefaultSort(query.Text) ? null : query.Sort switch
    {
        NewsSort.Newest => "newest",
        NewsSort.Oldest => "oldest",
        _ => "relevance",
    };

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd");

    /// <summary>Not by way of the next month, which the last month of the calendar does not have.</summary>
    private static DateOnly LastDay(DateOnly firstDay) =>
        new(firstDay.Year, firstDay.Month, DateTime.DaysInMonth(firstDay.Year, firstDay.Month));

    private static IReadOnlyList<T> Toggle<T>(IReadOnlyList<T> values, T value) =>
        values.Contains(value) ? [.. values.Where(other => !Equals(other, value))] : [.. values, value];

    private static void Append(StringBuilder url, string name, string? value)
    {
        if (string.IsNullOrEmpty(value)) return;
        url.Append(url.Length == 1 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
    }
}

using NewsSearch.Archive;

namespace NewsSearch.Web.Pages;

/// <summary>The filters of a search, each with the address that takes it away.</summary>
internal static class ActiveFilters
{
    public static IReadOnlyList<(string Kind, string Label, string RemoveUrl)> Of(NewsQuery query)
    {
        var filters = new List<(string, string, string)>();
        foreach (var source in query.Sources)
        {
            filters.Add(("来源", source, SearchLinks.Url(SearchLinks.ToggleSource(query, source))));
        }
        foreach (var channel in query.Channels)
        {
            filters.Add(("频道", string.Join(" » ", channel.Names), SearchLinks.Url(SearchLinks.ToggleChannel(query, channel))));
        }
        if (query.From is not null || query.To is not null)
        {
            filters.Add(("日期", DateLabel(query), SearchLinks.Url(query with { Page = 1, From = null, To = null })));
        }
        return filters;
    }

    private static string DateLabel(NewsQuery query) => (query.From, query.To) switch
    {
        ({ } from, { } to) when from == to => from.ToString("yyyy-MM-dd"),
        ({ Day: 1 } from, { }) when SearchLinks.IsMonth(query, from) => from.ToString("yyyy年M月"),
        ({ } from, { } to) => $"{from:yyyy-MM-dd} 至 {to:yyyy-MM-dd}",
        ({ } from, null) => $"{from:yyyy-MM-dd} 起",
        (null, var to) => $"{to:yyyy-MM-dd} 止",
    };
}

using System.Globalization;
using NewsSearch.Archive;

namespace NewsSearch.Web.Pages;

/// <summary>The lines of the facet columns of a result.</summary>
internal static class FacetLinks
{
    public static IReadOnlyList<FacetLink> Sources(NewsQuery query, NewsFacets facets) =>
    [
        .. facets.Sources.Select(facet => new FacetLink(
            facet.Value, facet.Count,
            SearchLinks.Url(SearchLinks.ToggleSource(query, facet.Value)),
            query.Sources.Contains(facet.Value))),
    ];

    /// <summary>Channels as a tree: each outer channel, most frequent first, followed by those inside it.</summary>
    public static IReadOnlyList<FacetLink> Channels(NewsQuery query, NewsFacets facets)
    {
        var counts = facets.Channels.ToDictionary(facet => facet.Value, facet => facet.Count);
        return
        [
            .. facets.Channels
                .Select(facet => (Path: ChannelPath.Parse(facet.Value), facet.Count))
                .OrderBy(channel => OrderInTree(channel.Path, counts), StringComparer.Ordinal)
                .Select(channel => new FacetLink(
                    channel.Path.Names[^1], channel.Count,
                    SearchLinks.Url(SearchLinks.ToggleChannel(query, channel.Path)),
                    query.Channels.Contains(channel.Path),
                    channel.Path.Names.Count - 1)),
        ];
    }

    public static IReadOnlyList<FacetLink> Months(NewsQuery query, NewsFacets facets)
    {
        var links = new List<FacetLink>();
        foreach (var facet in facets.Months)
        {
            if (!DateOnly.TryParseExact(facet.Value, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var firstDay)) continue;
            links.Add(new FacetLink(
                firstDay.ToString("yyyy年M月"), facet.Count,
                SearchLinks.Url(SearchLinks.ToggleMonth(query, firstDay)),
                SearchLinks.IsMonth(query, firstDay)));
        }
        return links;
    }

    /// <summary>A key that sorts a tree in reading order: for each level the rarity of the channel, then its name.</summary>
    private static string OrderInTree(ChannelPath path, Dictionary<string, int> counts) => string.Concat(
        path.SelfAndOuter().Select(level => $"{int.MaxValue - counts.GetValueOrDefault(level.Text):D10}{level.Text}\0"));
}

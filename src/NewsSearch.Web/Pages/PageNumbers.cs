using NewsSearch.Archive;

namespace NewsSearch.Web.Pages;

/// <summary>Which page numbers a list of results offers.</summary>
internal static class PageNumbers
{
    private const int Neighbours = 2;

    /// <summary>Number of pages that can be asked for, at least 1.</summary>
    public static int Count(int total, int size)
    {
        if (size == 0) return 1;
        var filled = (int)(((long)total + size - 1) / size);
        return Math.Clamp(filled, 1, NewsQuery.MaxRank / size);
    }

    /// <summary>The first page, the last, those around the current one, and null for each gap between them.</summary>
    public static IEnumerable<int?> Around(int current, int count)
    {
        var previous = 0;
        for (var page = 1; page <= count; page++)
        {
            var isOffered = page == 1 || page == count || Math.Abs(page - current) <= Neighbours;
            if (!isOffered) continue;
            // A gap of a single page is no shorter than its number.
            if (page - previous == 2) yield return page - 1;
            else if (page - previous > 2) yield return null;
            yield return page;
            previous = page;
        }
    }
}

using System.Globalization;
using NewsSearch.Lucene.Facets;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Archive.Searching;

/// <summary>What is counted over the matches of a query, and over the whole archive.</summary>
internal static class ArchiveCounts
{
    private const int MaxSources = 50;
    private const int MaxChannels = 50;

    /// <summary>A hundred years.</summary>
    private const int MaxMonths = 1200;

    /// <summary>The counts that come with every answer: by source, channel and month, in this order.</summary>
    public static IReadOnlyList<FacetRequest> Requests { get; } =
    [
        new(ArticleSchema.Source, MaxSources),
        new(ArticleSchema.Channel, MaxChannels),
        new(ArticleSchema.Month, MaxMonths, FacetOrder.ValueDescending),
    ];

    /// <summary>The counts of <see cref="Requests"/>.</summary>
    public static NewsFacets ToFacets(IReadOnlyList<FacetCounts> counts) => new(Values(counts[0]), Values(counts[1]), Values(counts[2]));

    public static ArchiveSummary Summarize(IndexSearcher searcher, CancellationToken cancellationToken)
    {
        var counts = searcher.CountFacets(
            new MatchAllDocsQuery(),
            [new FacetRequest(ArticleSchema.Source, int.MaxValue), new FacetRequest(ArticleSchema.Month, int.MaxValue, FacetOrder.Value)],
            cancellationToken);
        var months = Values(counts[1]);
        return new ArchiveSummary(
            searcher.Reader.NumDocs,
            FirstDay(searcher, isLatest: false, cancellationToken),
            FirstDay(searcher, isLatest: true, cancellationToken),
            Values(counts[0]),
            WithGaps(months),
            searcher.Reader.NumDocs - months.Sum(month => month.Count));
    }

    /// <summary>The months with those between them that have no article. A wrong date far away is no reason to list thousands of years.</summary>
    private static List<FacetCount> WithGaps(IReadOnlyList<FacetCount> months)
    {
        var filled = new List<FacetCount>();
        foreach (var month in months)
        {
            for (var between = filled.Count == 0 ? month.Value : Next(filled[^1].Value); between != month.Value && filled.Count < MaxMonths; between = Next(between))
                filled.Add(new FacetCount(between, 0));
            filled.Add(month);
        }

        return filled;
    }

    private static string Next(string month) =>
        DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture).AddMonths(1).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The day of the latest dated article, or null.</summary>
    public static DateOnly? NewestDay(IndexSearcher searcher) => FirstDay(searcher, isLatest: true, CancellationToken.None);

    private static IReadOnlyList<FacetCount> Values(FacetCounts counts) => [.. counts.Values.Select(value => new FacetCount(value.Label, value.Count))];

    private static DateOnly? FirstDay(IndexSearcher searcher, bool isLatest, CancellationToken cancellationToken)
    {
        var days = searcher.CountFacets(
            new MatchAllDocsQuery(),
            [new FacetRequest(ArticleSchema.Day, 1, isLatest ? FacetOrder.ValueDescending : FacetOrder.Value)],
            cancellationToken);
        return days[0].Values is [var day, ..] ? DateOnly.FromDayNumber(int.Parse(day.Label, CultureInfo.InvariantCulture)) : null;
    }
}

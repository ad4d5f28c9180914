namespace NewsSearch.Archive;

/// <summary>Counts of all matches. Sources and channels come most frequent first, months latest first.</summary>
/// <param name="Sources">By source.</param>
/// <param name="Channels">By channel; an article counts in its channel and in each one around it.</param>
/// <param name="Months">By month of publication such as 2024-05, by the publisher's own calendar.</param>
public sealed record NewsFacets(
    IReadOnlyList<FacetCount> Sources,
    IReadOnlyList<FacetCount> Channels,
    IReadOnlyList<FacetCount> Months);

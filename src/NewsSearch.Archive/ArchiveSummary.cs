namespace NewsSearch.Archive;

/// <summary>What the archive holds.</summary>
/// <param name="ArticleCount">Number of articles.</param>
/// <param name="Earliest">Day of the earliest dated article, or null.</param>
/// <param name="Latest">Day of the latest dated article, or null.</param>
/// <param name="Sources">Every source, most articles first.</param>
public sealed record ArchiveSummary(
    int ArticleCount,
    DateOnly? Earliest,
    DateOnly? Latest,
    IReadOnlyList<FacetCount> Sources);

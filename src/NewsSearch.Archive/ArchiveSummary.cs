namespace NewsSearch.Archive;

/// <summary>What the archive holds.</summary>
/// <param name="ArticleCount">Number of articles.</param>
/// <param name="Earliest">Day of the earliest dated article, or null.</param>
/// <param name="Latest">Day of the latest dated article, or null.</param>
/// <param name="Sources">Every source, most articles first.</param>
/// <param name="Months">Every month from the earliest to the latest with its number of articles: 0 shows a gap of the archive.</param>
/// <param name="UndatedCount">Articles without a date.</param>
public sealed record ArchiveSummary(
    int ArticleCount,
    DateOnly? Earliest,
    DateOnly? Latest,
    IReadOnlyList<FacetCount> Sources,
    IReadOnlyList<FacetCount> Months,
    int UndatedCount);

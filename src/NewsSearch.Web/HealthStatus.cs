namespace NewsSearch.Web;

/// <summary>How the program is.</summary>
/// <param name="Status">live or ready.</param>
/// <param name="ArticleCount">Number of articles that can be searched, or null where not asked.</param>
public sealed record HealthStatus(string Status, int? ArticleCount);

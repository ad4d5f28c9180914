using NewsSearch.Archive;

namespace NewsSearch.Web;

/// <summary>Related reading as the API answers it.</summary>
/// <param name="Id">The article that is being read.</param>
/// <param name="Hits">What to read next, best first.</param>
public sealed record RelatedArticles(string Id, IReadOnlyList<NewsHit> Hits);

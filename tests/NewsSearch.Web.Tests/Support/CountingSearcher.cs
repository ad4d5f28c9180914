using NewsSearch.Archive;
using NewsSearch.Archive.Explaining;

namespace NewsSearch.Web.Tests.Support;

/// <summary>Counts what is searched for; its version is what a test says.</summary>
internal sealed class CountingSearcher(INewsSearcher inner) : INewsSearcher
{
    public ArchiveVersion Version { get; set; }

    public int SearchCount { get; private set; }

    public Task<NewsResult> SearchAsync(NewsQuery query, CancellationToken cancellationToken)
    {
        SearchCount++;
        return inner.SearchAsync(query, cancellationToken);
    }

    public Task<Article?> FindArticleAsync(string id, CancellationToken cancellationToken) => inner.FindArticleAsync(id, cancellationToken);

    public Task<IReadOnlyList<NewsHit>?> FindRelatedAsync(string id, int size, CancellationToken cancellationToken) => inner.FindRelatedAsync(id, size, cancellationToken);

    public Task<ArticleExplanation?> ExplainAsync(NewsQuery query, string idOrUrl, CancellationToken cancellationToken) => inner.ExplainAsync(query, idOrUrl, cancellationToken);

    public Task<IReadOnlyList<NewsSuggestion>> SuggestAsync(string prefix, int size, CancellationToken cancellationToken) => inner.SuggestAsync(prefix, size, cancellationToken);

    public Task<ArchiveSummary> SummarizeAsync(CancellationToken cancellationToken) => inner.SummarizeAsync(cancellationToken);
}

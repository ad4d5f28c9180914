using NewsSearch.Archive.Explaining;

namespace NewsSearch.Archive.Tests.Evaluation;

/// <summary>A searcher whose rankings the test wrote down; a query that is not in them is refused.</summary>
internal sealed class FixedSearcher(Dictionary<string, string[]> rankings) : INewsSearcher
{
    public List<NewsQuery> Asked { get; } = [];

    public ArchiveVersion Version => default;

    public Task<NewsResult> SearchAsync(NewsQuery query, CancellationToken cancellationToken)
    {
        lock (Asked) Asked.Add(query);
        if (!rankings.TryGetValue(query.Text, out var ids)) throw new NewsQueryException("q", "不懂");
        var nothing = new HighlightedText("", []);
        NewsHit[] hits = [.. ids.Select(id => new NewsHit(id, nothing, nothing, null, ChannelPath.None, null, null, 1))];
        return Task.FromResult(new NewsResult(query.Text, new QueryReading(query.Text, [], []), hits.Length, 1, query.Size, 0, hits, null, null));
    }

    public Task<Article?> FindArticleAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<NewsHit>?> FindRelatedAsync(string id, int size, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<NewsSuggestion>> SuggestAsync(string prefix, int size, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ArticleExplanation?> ExplainAsync(NewsQuery query, string idOrUrl, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ArchiveSummary> SummarizeAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}

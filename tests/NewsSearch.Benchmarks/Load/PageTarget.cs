using NewsSearch.Archive;

namespace NewsSearch.Benchmarks.Load;

/// <summary>A page of results as the product gives it: words cut, title and body searched, ten articles fetched and marked.</summary>
internal sealed class PageTarget(INewsSearcher searcher) : ISearchTarget
{
    public string Description => "pages: text cut into words, title and body searched, ten articles fetched with marked snippets; OR reads as AND";

    public int Search(MeasuredQuery query) =>
        searcher.SearchAsync(new NewsQuery { Text = query.Text, WithFacets = query.WithFacets }, CancellationToken.None).GetAwaiter().GetResult().Total;
}

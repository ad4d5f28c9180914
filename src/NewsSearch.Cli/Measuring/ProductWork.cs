using NewsSearch.Archive;
using NewsSearch.Archive.Searching;

namespace NewsSearch.Cli.Measuring;

/// <summary>
/// Answers texts as the site does, all of it but the JSON: reading, search, loosening, counts, snippets with marks, corrections.
/// </summary>
internal sealed class ProductWork(string folder) : IDisposable
{
    private readonly LocalNewsSearcher _searcher = LocalNewsSearcher.Open(folder);

    public WorkerAnswer Describe() => new WorkerAnswer().Add("docs", _searcher.SummarizeAsync(CancellationToken.None).GetAwaiter().GetResult().ArticleCount);

    /// <summary>The exact total of a text; 0 also where it is refused.</summary>
    public int Ask(string text)
    {
        try
        {
            return _searcher.SearchAsync(new NewsQuery { Text = text }, CancellationToken.None).GetAwaiter().GetResult().Total;
        }
        catch (NewsQueryException)
        {
            return 0;
        }
    }

    public void Dispose() => _searcher.Dispose();
}

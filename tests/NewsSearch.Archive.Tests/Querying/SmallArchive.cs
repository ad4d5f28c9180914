using NewsSearch.Archive.Searching;
using NewsSearch.Lucene.Tests;

namespace NewsSearch.Archive.Tests.Querying;

/// <summary>An index of a few articles, each named by its title, and a searcher for it.</summary>
internal sealed class SmallArchive : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SmallArchive(params IEnumerable<Article> articles)
    {
        using (var indexer = ArticleIndexer.Open(_folder.FullName))
        {
            foreach (var article in articles) indexer.Add(article);
            indexer.Commit();
        }

        Searcher = LocalNewsSearcher.Open(_folder.FullName);
    }

    public LocalNewsSearcher Searcher { get; }

    public string Folder => _folder.FullName;

    /// <summary>An article whose id is its title.</summary>
    public static Article Article(string title, string body = "", string? source = null, string? channel = null, string? day = null) => new()
    {
        Id = title,
        Title = title,
        Body = body,
        Source = source,
        Channel = ChannelPath.Parse(channel),
        PublishedAt = day is null ? null : DateTimeOffset.Parse(day + "T12:00:00+08:00", System.Globalization.CultureInfo.InvariantCulture),
    };

    public NewsResult Search(string text) => Search(new NewsQuery { Text = text });

    public NewsResult Search(NewsQuery query) => Searcher.SearchAsync(query with { Size = 50 }, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>The titles of what is found, in the order of their characters.</summary>
    public string Titles(string text) => string.Join(' ', Search(text).Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal));

    public void Dispose()
    {
        Searcher.Dispose();
        _folder.Dispose();
    }
}

using NewsSearch.Archive.Importing;

namespace NewsSearch.Archive.Tests.Importing;

/// <summary>The sample in the repository, which the program shows where there is no index yet.</summary>
public sealed class SampleTests
{
    [Fact]
    public void Every_line_of_the_sample_is_an_article()
    {
        var path = Path.Combine(RepositoryRoot(), "index-data", "sample", "articles.jsonl");
        var imported = ArticleSources.Open(path).Read().ToList();
        Assert.All(imported, result => Assert.Null(result.Refusal));
        Assert.Equal(File.ReadLines(path).Count(), imported.Select(result => result.Article!.Id).Distinct().Count());
        Assert.All(imported, result => Assert.False(result.Article!.Channel.IsNone || result.Article.PublishedAt is null));
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "NewsSearch.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}

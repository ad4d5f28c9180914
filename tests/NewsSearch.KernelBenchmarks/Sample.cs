using NewsSearch.Archive;
using NewsSearch.Archive.Importing;

namespace NewsSearch.KernelBenchmarks;

/// <summary>The sample articles of the repository.</summary>
internal static class Sample
{
    public static IReadOnlyList<Article> Articles { get; } = [.. ArticleSources.Open(Find()).Read().Select(imported => imported.Article).OfType<Article>()];

    /// <summary>All their bodies, one after the other.</summary>
    public static string Text { get; } = string.Join('\n', Articles.Select(article => article.Body));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "index-data", "sample", "articles.jsonl");
            if (File.Exists(file)) return file;
        }

        throw new FileNotFoundException($"There is no index-data/sample/articles.jsonl above {AppContext.BaseDirectory}.");
    }
}

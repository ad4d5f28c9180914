namespace NewsSearch.Benchmarks.Corpus;

/// <summary>Where the real articles are: they are not part of the repository.</summary>
internal static class DataFolder
{
    private const string Variable = "NEWSSEARCH_DATA";

    /// <summary>The folder of the articles: in the one that the environment names, or beside the repository.</summary>
    public static string Articles()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named) return Path.Combine(named, "articles");
        for (var up = new DirectoryInfo(AppContext.BaseDirectory); up is not null; up = up.Parent)
        {
            if (File.Exists(Path.Combine(up.FullName, "NewsSearch.sln"))) return Path.Combine(up.FullName, "..", "shared", "data", "articles");
        }

        return Path.Combine("..", "shared", "data", "articles");
    }
}

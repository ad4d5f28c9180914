namespace NewsSearch.SmartCn.Tests.Support;

/// <summary>Files of this project and of the repository.</summary>
internal static class Fixture
{
    public static string[] Lines(string name) => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", name));

    /// <summary>A file of the repository, by its path there.</summary>
    public static string RepositoryFile(string path) => Path.Combine(RepositoryRoot, path);

    /// <summary>The bytes of the hex block, indented by four spaces, that follows a heading of a FORMAT.md.</summary>
    public static byte[] HexBlock(string path, string after)
    {
        var lines = File.ReadAllLines(RepositoryFile(path));
        var block = lines.SkipWhile(line => !line.Contains(after, StringComparison.Ordinal)).Skip(1)
            .SkipWhile(line => !line.StartsWith("    ", StringComparison.Ordinal))
            .TakeWhile(line => line.StartsWith("    ", StringComparison.Ordinal));
        return Convert.FromHexString(string.Concat(block).Replace(" ", ""));
    }

    /// <summary>The text of the first fenced block of a FORMAT.md.</summary>
    public static string FencedBlock(string path)
    {
        var lines = File.ReadAllLines(RepositoryFile(path)).SkipWhile(line => line != "```").Skip(1).TakeWhile(line => line != "```");
        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static string RepositoryRoot
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "NewsSearch.sln")))
                folder = folder.Parent ?? throw new InvalidOperationException("the tests do not run inside the repository");
            return folder.FullName;
        }
    }

    /// <summary>The folder of the real articles, or null: beside the repository or where NEWSSEARCH_DATA says.</summary>
    public static string? ArticlesFolder
    {
        get
        {
            var data = Environment.GetEnvironmentVariable("NEWSSEARCH_DATA") ?? Path.Combine(RepositoryRoot, "..", "shared", "data");
            var articles = Path.Combine(data, "articles");
            return Directory.Exists(articles) ? articles : null;
        }
    }
}

namespace NewsSearch.Archive.Tests.Importing;

/// <summary>Real news beside the repository, for tests that are skipped where it is absent.</summary>
internal static class SharedData
{
    /// <summary>A folder of the data; the test is skipped where there is none.</summary>
    public static string Folder(string name)
    {
        var folder = Candidates().Select(data => Path.Combine(data, name)).FirstOrDefault(Directory.Exists);
        Skip.If(folder is null, $"no shared/data/{name} beside the repository and none in NEWSSEARCH_DATA");
        return folder!;
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("NEWSSEARCH_DATA") is { Length: > 0 } named) yield return named;
        for (var up = new DirectoryInfo(AppContext.BaseDirectory); up is not null; up = up.Parent)
        {
            if (File.Exists(Path.Combine(up.FullName, "NewsSearch.sln"))) yield return Path.Combine(up.FullName, "..", "shared", "data");
        }
    }
}

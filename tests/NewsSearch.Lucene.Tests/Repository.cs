namespace NewsSearch.Lucene.Tests;

/// <summary>Where the working copy stands that these tests were built from.</summary>
internal static class Repository
{
    /// <summary>Absolute path of the folder that holds NewsSearch.sln.</summary>
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "NewsSearch.sln"))) return folder.FullName;
        }
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds NewsSearch.sln.");
    }
}

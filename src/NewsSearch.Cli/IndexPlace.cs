using System.CommandLine;

namespace NewsSearch.Cli;

/// <summary>Where the index lies unless the command line says otherwise: index-data/index of the folder we are in or of one above it.</summary>
internal static class IndexPlace
{
    private const string DataFolder = "index-data";

    /// <summary>The option <c>--index DIR</c>; each command makes its own.</summary>
    public static Option<string?> CreateOption() => new("--index")
    {
        HelpName = "DIR",
        Description = $"Directory of the index. Default: {DataFolder}/index here or in the nearest folder above that has {DataFolder}.",
    };

    /// <summary>The directory by default.</summary>
    public static string Default => Path.Combine(FindUpwards(DataFolder, Directory.Exists) ?? DataFolder, "index");

    /// <summary>The articles that come with the program, or null if someone took them away.</summary>
    public static string? FindSample()
    {
        var relative = Path.Combine(DataFolder, "sample", "articles.jsonl");
        var beside = Path.Combine(AppContext.BaseDirectory, relative);
        return FindUpwards(relative, File.Exists) ?? (File.Exists(beside) ? beside : null);
    }

    /// <summary>The first of DIR/relative, DIR/../relative and so on that exists, as a short path where it is here.</summary>
    private static string? FindUpwards(string relative, Predicate<string> exists)
    {
        if (exists(relative)) return relative;
        for (var folder = Directory.GetParent(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, relative);
            if (exists(path)) return path;
        }
        return null;
    }
}

namespace NewsSearch.Archive.Importing;

/// <summary>Finds files that hold articles and picks the reader by the end of the name, upper or lower case alike.</summary>
public static class ArticleSources
{
    /// <summary>The names that can be read, for messages and help.</summary>
    public const string SupportedNames =
        ".jsonl, .ndjson (one JSON object a line), the same with .gz (gzip), .txt (one news page as plain text)";

    private static readonly string[] JsonLinesEndings = [".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"];

    /// <summary>The reader for a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="acceptsUntitled">Whether articles without a title are taken, or refused as usual; a news page always has one.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="UnsupportedArticleFileException">The name is none of <see cref="SupportedNames"/>.</exception>
    public static IArticleSource Open(string path, bool acceptsUntitled = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (IsJsonLines(path)) return new JsonLinesSource(path, acceptsUntitled);
        if (IsNewsPage(path)) return new NewsPageSource(path);
        throw new UnsupportedArticleFileException(path);
    }

    /// <summary>The files themselves and, for a directory, the supported files anywhere below it.</summary>
    /// <remarks>
    /// In the order of <paramref name="paths"/>; inside a directory in ordinal order of the whole path; each file once.
    /// Below a directory, names that begin with a dot and linked directories are skipped. A file named outright is
    /// returned even where its kind is not supported, so that <see cref="Open"/> can say so.
    /// </remarks>
    /// <exception cref="FileNotFoundException">A path is neither a file nor a directory.</exception>
    public static IReadOnlyList<string> FindFiles(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var files = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
            files.AddRange(Expand(path).Where(file => seen.Add(Path.GetFullPath(file))));
        return files;
    }

    private static List<string> Expand(string path)
    {
        if (File.Exists(path)) return [path];
        if (!Directory.Exists(path)) throw new FileNotFoundException($"{path}: there is no such file or directory.", path);
        var files = new List<string>();
        Collect(path, files);
        files.Sort(StringComparer.Ordinal);
        return files;
    }

    private static void Collect(string directory, List<string> files)
    {
        files.AddRange(Directory.EnumerateFiles(directory).Where(file => !IsHidden(file) && IsSupported(file)));
        foreach (var inner in Directory.EnumerateDirectories(directory))
        {
            // A linked directory may lead back to one above it.
            if (!IsHidden(inner) && new DirectoryInfo(inner).LinkTarget is null) Collect(inner, files);
        }
    }

    private static bool IsHidden(string path) => Path.GetFileName(path.AsSpan()).StartsWith('.');

    private static bool IsSupported(string path) => IsJsonLines(path) || IsNewsPage(path);

    private static bool IsJsonLines(string path) =>
        JsonLinesEndings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static bool IsNewsPage(string path) => path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);
}

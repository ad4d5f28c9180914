namespace NewsSearch.Archive.Importing;

/// <summary>A file's name does not say that it holds articles; the message lists the names that do.</summary>
/// <param name="path">The file.</param>
public sealed class UnsupportedArticleFileException(string path)
    : Exception($"{path}: no kind of file that articles are read from; supported are {ArticleSources.SupportedNames}.")
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;
}

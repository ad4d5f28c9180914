namespace NewsSearch.Lucene.Tests.Architecture;

/// <summary>A file of the repository: its path from the root with forward slashes, and its text.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public string Folder => Path[..Math.Max(0, Path.LastIndexOf('/'))];

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public bool IsSource => Name.EndsWith(".cs", StringComparison.Ordinal);

    /// <summary>Whether it holds items of a build: a project, or properties that projects import.</summary>
    public bool IsProject => Name.EndsWith(".csproj", StringComparison.Ordinal) || Name.EndsWith(".props", StringComparison.Ordinal);

    public bool IsBelow(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);
}

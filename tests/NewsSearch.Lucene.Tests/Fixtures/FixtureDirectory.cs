using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Fixtures;

/// <summary>The files of a fixture for tests that read or break them one by one.</summary>
internal static class FixtureDirectory
{
    /// <summary>The fixture where it lies; it is only read.</summary>
    public static FileSystemDirectory Open(string name) => new(LuceneNetFixture.Open(name).IndexPath);

    /// <summary>A copy in memory that a test may break.</summary>
    public static MemoryDirectory Copy(string name)
    {
        var copy = new MemoryDirectory();
        foreach (var path in Directory.EnumerateFiles(LuceneNetFixture.Open(name).IndexPath)) copy.WriteFile(Path.GetFileName(path), File.ReadAllBytes(path));
        return copy;
    }

    /// <summary>The bytes of one file.</summary>
    public static byte[] Read(string name, string file) => File.ReadAllBytes(Path.Combine(LuceneNetFixture.Open(name).IndexPath, file));
}

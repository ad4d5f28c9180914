namespace NewsSearch.Lucene.Tests.Fixtures;

/// <summary>One of the indexes under tests/fixtures/lucene-net-4.8; a folder added there is found without a change here.</summary>
internal sealed class LuceneNetFixture
{
    private const string ExpectedSuffix = ".expected.json";

    private static readonly string Folder = Repository.PathOf("tests", "fixtures", "lucene-net-4.8");

    private LuceneNetFixture(string name)
    {
        Name = name;
        IndexPath = Path.Combine(Folder, name);
        Expected = ExpectedIndex.Read(Path.Combine(Folder, name + ExpectedSuffix));
    }

    /// <summary>The names of all fixtures, for <c>[MemberData]</c>.</summary>
    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(Folder, "*" + ExpectedSuffix).Select(path => Path.GetFileName(path)[..^ExpectedSuffix.Length]).Order()];

    public string Name { get; }

    /// <summary>The folder of the index, part of the working copy: never write to it, use <see cref="CopyTo"/>.</summary>
    public string IndexPath { get; }

    public ExpectedIndex Expected { get; }

    public static LuceneNetFixture Open(string name) => new(name);

    /// <summary>Copies the index files into an existing folder, for tests that damage or extend them.</summary>
    public void CopyTo(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(IndexPath)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }
}

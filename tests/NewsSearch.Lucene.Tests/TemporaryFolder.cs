namespace NewsSearch.Lucene.Tests;

/// <summary>An empty folder of its own for one test, removed with all it holds when disposed.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string FullName { get; } = Directory.CreateTempSubdirectory("newssearch-").FullName;

    public void Dispose() => Directory.Delete(FullName, recursive: true);
}

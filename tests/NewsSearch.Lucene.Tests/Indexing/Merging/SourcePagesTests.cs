using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests.Store;

namespace NewsSearch.Lucene.Tests.Indexing.Merging;

/// <summary>A merge reads its sources whole, but does not keep them in memory, and takes nothing from the memory of searches.</summary>
public sealed class SourcePagesTests : IDisposable
{
    private const int DocumentCount = 24;
    private const int DocumentBytes = 1 << 20;
    private const int SourceBytes = DocumentCount / 2 * DocumentBytes;

    private readonly TemporaryFolder _folder = new();
    private readonly FileSystemDirectory _directory;
    private readonly IndexWriter _writer;

    public SourcePagesTests()
    {
        _directory = new FileSystemDirectory(_folder.FullName);
        _writer = IndexWriter.Open(_directory, new WhitespaceAnalyzer(), new IndexWriterOptions { MergesInBackground = false });
        var random = new Random(1);
        for (var i = 1; i <= DocumentCount; i++)
        {
            var bytes = new byte[DocumentBytes];
            random.NextBytes(bytes);
            _writer.Add(new Document { Field.Stored("bytes", StoredValue.Of(bytes)) });
            if (i % (DocumentCount / 2) == 0) _writer.Commit();
        }
    }

    public void Dispose()
    {
        _writer.Dispose();
        _directory.Dispose();
        _folder.Dispose();
    }

    [SkippableFact]
    public void A_merge_keeps_little_of_its_sources_in_memory()
    {
        using var target = new TemporaryFolder();
        using var targetDirectory = new FileSystemDirectory(target.FullName);
        using var sources = DirectoryReader.Open(_directory);

        MergedIndex.Merge(sources, targetDirectory);

        Assert.InRange(SourcesInMemory(), 0, SourceBytes);
        Assert.True(new FileInfo(Path.Combine(target.FullName, "_0.fdt")).Length > 2 * SourceBytes);
    }

    [SkippableFact]
    public void What_searches_have_read_stays_in_memory_when_it_is_merged()
    {
        using var reader = _writer.OpenReader();
        for (var docId = 0; docId < DocumentCount; docId++) reader.Document(docId);
        // Not all of it: the system may take pages back for reasons of its own.
        const int Least = 2 * SourceBytes / 10 * 8;
        Assert.True(SourcesInMemory() > Least);

        _writer.ForceMerge();

        Assert.True(SourcesInMemory() > Least);
    }

    private long SourcesInMemory() => InMemory("_0.fdt") + InMemory("_1.fdt");

    private long InMemory(string file) => MappedBytes.Of(Path.Combine(_folder.FullName, file));
}

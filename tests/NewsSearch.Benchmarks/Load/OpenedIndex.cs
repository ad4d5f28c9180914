using NewsSearch.Archive.Searching;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Benchmarks.Load;

/// <summary>An index that is open for measuring, with the two ways to search it.</summary>
internal sealed class OpenedIndex : IDisposable
{
    private readonly FileSystemDirectory _directory;
    private readonly DirectoryReader _reader;
    private readonly LocalNewsSearcher _pages;

    public OpenedIndex(string folder)
    {
        _directory = new FileSystemDirectory(folder);
        _reader = DirectoryReader.Open(_directory);
        _pages = LocalNewsSearcher.Open(folder);
        Searcher = new IndexSearcher(_reader);
        var bytes = Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length);
        Description = $"{_reader.NumDocs:N0} articles in {_reader.SegmentCount} segments, {bytes / 1e6:N1} MB";
    }

    public IndexSearcher Searcher { get; }

    /// <summary>Size, for the head of a report.</summary>
    public string Description { get; }

    /// <summary>What answers: the engine alone, or the product.</summary>
    public ISearchTarget Target(bool isPages) => isPages ? new PageTarget(_pages) : new EngineTarget(Searcher);

    public void Dispose()
    {
        _pages.Dispose();
        _reader.Dispose();
        _directory.Dispose();
    }
}

using NewsSearch.Benchmarks.Load;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Benchmarks.Mixed;

/// <summary>Searches the newest snapshot of an index that changes meanwhile.</summary>
internal sealed class RefreshedTarget(IndexDirectory directory) : ISearchTarget, IDisposable
{
    private volatile Snapshot _current = new(DirectoryReader.Open(directory));

    public string Description => _current.Target.Description + "; always the newest snapshot";

    public IndexSearcher Searcher => _current.Searcher;

    public int Search(MeasuredQuery query)
    {
        while (true)
        {
            var snapshot = _current;
            // Between these two lines the snapshot may have been replaced, and its last user gone.
            if (!snapshot.Reader.TryAcquire()) continue;
            try
            {
                return snapshot.Target.Search(query);
            }
            finally
            {
                snapshot.Reader.Release();
            }
        }
    }

    /// <summary>Goes on to the newest commit. Searches that are running end on the old one.</summary>
    public void Refresh()
    {
        var old = _current;
        _current = new Snapshot(DirectoryReader.Open(directory));
        old.Reader.Dispose();
    }

    public void Dispose() => _current.Reader.Dispose();

    private sealed record Snapshot(DirectoryReader Reader)
    {
        public IndexSearcher Searcher { get; } = new(Reader);

        public EngineTarget Target => new(Searcher);
    }
}

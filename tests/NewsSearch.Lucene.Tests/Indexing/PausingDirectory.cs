using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Indexing;

/// <summary>A directory in memory that stops whoever creates a certain file until it is told to go on.</summary>
internal sealed class PausingDirectory : IndexDirectory
{
    private readonly MemoryDirectory _inner = new();
    private volatile string? _pauseAt;

    public ManualResetEventSlim IsPaused { get; } = new();

    public ManualResetEventSlim GoOn { get; } = new();

    public override string Name => _inner.Name;

    public void PauseAt(string file) => _pauseAt = file;

    public override IReadOnlyList<string> ListAll() => _inner.ListAll();

    public override bool FileExists(string name) => _inner.FileExists(name);

    public override long FileLength(string name) => _inner.FileLength(name);

    public override void DeleteFile(string name) => _inner.DeleteFile(name);

    public override void Rename(string name, string newName) => _inner.Rename(name, newName);

    public override void Sync(IEnumerable<string> names) => _inner.Sync(names);

    public override void SyncNames() => _inner.SyncNames();

    public override IDisposable ObtainLock(string name) => _inner.ObtainLock(name);

    internal override IndexOutput CreateOutput(string name)
    {
        if (name == _pauseAt)
        {
            _pauseAt = null;
            IsPaused.Set();
            GoOn.Wait();
        }

        return _inner.CreateOutput(name);
    }

    internal override FileMemory OpenFile(string name) => _inner.OpenFile(name);
}

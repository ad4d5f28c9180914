using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Indexing;

/// <summary>A directory that notes in which order files are made and synced.</summary>
internal sealed class WatchedDirectory(MemoryDirectory inner) : IndexDirectory
{
    public List<string> Events { get; } = [];

    public override string Name => inner.Name;

    public override IReadOnlyList<string> ListAll() => inner.ListAll();

    public override bool FileExists(string name) => inner.FileExists(name);

    public override long FileLength(string name) => inner.FileLength(name);

    public override void DeleteFile(string name) => inner.DeleteFile(name);

    public override void Rename(string name, string newName) => inner.Rename(name, newName);

    public override void Sync(IEnumerable<string> names) => Events.AddRange(names.Select(name => "sync " + name));

    public override void SyncNames() => Events.Add("sync names");

    public override IDisposable ObtainLock(string name) => inner.ObtainLock(name);

    internal override IndexOutput CreateOutput(string name)
    {
        Events.Add("create " + name);
        return inner.CreateOutput(name);
    }

    internal override FileMemory OpenFile(string name) => inner.OpenFile(name);
}

using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Codecs.Segments;

/// <summary>A directory in memory where something else happens just before a file is opened.</summary>
internal sealed class RacingDirectory : IndexDirectory
{
    private readonly MemoryDirectory _files = new();

    public Action<string> BeforeOpening { get; set; } = _ => { };

    public override string Name => _files.Name;

    public override IReadOnlyList<string> ListAll() => _files.ListAll();

    public override bool FileExists(string name) => _files.FileExists(name);

    public override long FileLength(string name) => _files.FileLength(name);

    public override void DeleteFile(string name) => _files.DeleteFile(name);

    public override void Rename(string name, string newName) => _files.Rename(name, newName);

    public override void Sync(IEnumerable<string> names) => _files.Sync(names);

    public override void SyncNames() => _files.SyncNames();

    public override IDisposable ObtainLock(string name) => _files.ObtainLock(name);

    internal override IndexOutput CreateOutput(string name) => _files.CreateOutput(name);

    internal override FileMemory OpenFile(string name)
    {
        BeforeOpening(name);
        return _files.OpenFile(name);
    }
}

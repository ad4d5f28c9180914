using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Indexing;

/// <summary>A directory in memory that refuses to delete while it is told to, as Windows does with mapped files.</summary>
internal sealed class HoldingDirectory : IndexDirectory
{
    public MemoryDirectory Inner { get; } = new();

    public bool IsHeld { get; set; }

    public override string Name => "a directory that holds its files";

    public override IReadOnlyList<string> ListAll() => Inner.ListAll();

    public override bool FileExists(string name) => Inner.FileExists(name);

    public override long FileLength(string name) => Inner.FileLength(name);

    public override void DeleteFile(string name)
    {
        if (IsHeld) throw new IOException($"{name} is in use.");
        Inner.DeleteFile(name);
    }

    public override void Rename(string name, string newName) => Inner.Rename(name, newName);

    public override void Sync(IEnumerable<string> names) => Inner.Sync(names);

    public override void SyncNames() => Inner.SyncNames();

    public override IDisposable ObtainLock(string name) => Inner.ObtainLock(name);

    internal override IndexOutput CreateOutput(string name) => Inner.CreateOutput(name);

    internal override FileMemory OpenFile(string name) => Inner.OpenFile(name);
}

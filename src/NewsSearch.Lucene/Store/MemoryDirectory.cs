using System.Collections.Concurrent;

namespace NewsSearch.Lucene.Store;

/// <summary>An index in memory, gone with the process: for tests and for small indexes that are built at start.</summary>
public sealed class MemoryDirectory : IndexDirectory
{
    private readonly ConcurrentDictionary<string, byte[]> _files = new();
    private readonly ConcurrentDictionary<string, Held> _locks = new();

    public override string Name => "memory";

    public override IReadOnlyList<string> ListAll() => [.. _files.Keys.Order(StringComparer.Ordinal)];

    public override bool FileExists(string name) => _files.ContainsKey(name);

    public override long FileLength(string name) => Find(name).Length;

    public override void DeleteFile(string name) => _files.TryRemove(name, out _);

    public override void Rename(string name, string newName)
    {
        _files[newName] = Find(name);
        _files.TryRemove(name, out _);
    }

    public override void Sync(IEnumerable<string> names)
    {
        // There is no disk below; every file is as durable as it can be.
    }

    public override void SyncNames()
    {
        // As for Sync.
    }

    public override IDisposable ObtainLock(string name)
    {
        var held = new Held(this, name);
        return _locks.TryAdd(name, held) ? held : throw new LockHeldException(name, "another writer of this process");
    }

    public override AppendFile OpenAppend(string name)
    {
        _files.TryAdd(name, []);
        return new MemoryAppendFile(this, name);
    }

    /// <summary>The bytes of a file, for tests that break it.</summary>
    internal byte[] ReadFile(string name) => Find(name);

    /// <summary>Puts a file in place of the one of that name, for tests that break it.</summary>
    internal void WriteFile(string name, byte[] bytes) => _files[name] = bytes;

    internal override IndexOutput CreateOutput(string name)
    {
        _files[name] = [];
        return new IndexOutput(new FileStreamInMemory(this, name), name);
    }

    internal override FileMemory OpenFile(string name) => new PinnedFileMemory(name, Find(name));

    private byte[] Find(string name) =>
        _files.TryGetValue(name, out var bytes) ? bytes : throw new FileNotFoundException($"No file {name} in memory.", name);

    private sealed class FileStreamInMemory(MemoryDirectory directory, string name) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            if (disposing) directory._files[name] = ToArray();
            base.Dispose(disposing);
        }
    }

    private sealed class Held(MemoryDirectory directory, string name) : IDisposable
    {
        // Only its own: a second call must not release the lock of the next holder.
        public void Dispose() => directory._locks.TryRemove(new KeyValuePair<string, Held>(name, this));
    }
}

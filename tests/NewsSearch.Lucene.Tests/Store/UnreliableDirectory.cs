using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Store;

/// <summary>
/// A directory whose disk loses power at a chosen moment. It keeps apart what programs see and what is on disk, for the
/// contents of files and, separately, for their names: a file that was synced can still be lost with its name.
/// </summary>
internal sealed class UnreliableDirectory : IndexDirectory
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, UnreliableFile> _names = [];
    private readonly List<Action<Dictionary<string, UnreliableFile>>> _unsyncedNames = [];
    private readonly HashSet<string> _locks = [];
    private Dictionary<string, UnreliableFile> _syncedNames = [];
    private long _operationsLeft = long.MaxValue;
    private long _writeCount;

    public override string Name => "unreliable";

    /// <summary>Whether the power is gone: nothing more can be changed.</summary>
    public bool IsOff { get; private set; }

    /// <summary>Number of syncs of file contents so far.</summary>
    public int SyncCount { get; private set; }

    /// <summary>Called before each sync of a file's content, on the thread that syncs: a test may let it wait.</summary>
    public Action? Syncing { get; set; }

    /// <summary>Lets the power go at the given change from now on: a write, a name, a sync.</summary>
    public void FailAfter(long operations) => _operationsLeft = operations;

    /// <summary>The disk after the power came back.</summary>
    public UnreliableDirectory Crash(CrashKind kind, Random random)
    {
        lock (_gate)
        {
            var names = new Dictionary<string, UnreliableFile>(_syncedNames);
            foreach (var change in _unsyncedNames)
            {
                var isKept = kind == CrashKind.TearLastWrite || (kind == CrashKind.Disorder && random.Next(2) == 0);
                if (isKept) change(names);
            }

            var result = new UnreliableDirectory();
            foreach (var (name, file) in names.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                result._names[name] = new UnreliableFile(file.After(kind, _writeCount, random));
            result._syncedNames = new Dictionary<string, UnreliableFile>(result._names);
            return result;
        }
    }

    /// <summary>The disk as the next process finds it after this one was killed: nothing is lost, and nothing is synced by that.</summary>
    public UnreliableDirectory Restart()
    {
        lock (_gate)
        {
            var files = _names.Values.Concat(_syncedNames.Values).Distinct().ToDictionary(file => file, file => file.Copy());
            var result = new UnreliableDirectory { _writeCount = _writeCount };
            foreach (var (name, file) in _names) result._names[name] = files[file];
            foreach (var (name, file) in _syncedNames) result._syncedNames[name] = files[file];
            // What the changes of names did together; one by one they would refer to the files of the dead process.
            foreach (var name in _syncedNames.Keys.Except(_names.Keys)) result._unsyncedNames.Add(names => names.Remove(name));
            foreach (var (name, file) in _names.Where(entry => _syncedNames.GetValueOrDefault(entry.Key) != entry.Value))
                result._unsyncedNames.Add(names => names[name] = files[file]);
            return result;
        }
    }

    public override IReadOnlyList<string> ListAll()
    {
        lock (_gate) return [.. _names.Keys.Order(StringComparer.Ordinal)];
    }

    public override bool FileExists(string name)
    {
        lock (_gate) return _names.ContainsKey(name);
    }

    public override long FileLength(string name)
    {
        lock (_gate) return Find(name).Content.Length;
    }

    public override void DeleteFile(string name) => Change(() =>
    {
        if (_names.Remove(name)) _unsyncedNames.Add(names => names.Remove(name));
    });

    public override void Rename(string name, string newName) => Change(() =>
    {
        var file = Find(name);
        Apply(_names);
        _unsyncedNames.Add(Apply);

        void Apply(Dictionary<string, UnreliableFile> names)
        {
            names.Remove(name);
            names[newName] = file;
        }
    });

    public override void Sync(IEnumerable<string> names)
    {
        foreach (var name in names) SyncFile(() => Find(name));
    }

    public override void SyncNames() => Change(() =>
    {
        if (IsOff) return;
        _syncedNames = new Dictionary<string, UnreliableFile>(_names);
        _unsyncedNames.Clear();
    });

    public override IDisposable ObtainLock(string name)
    {
        lock (_gate) return _locks.Add(name) ? new Held(this, name) : throw new LockHeldException(name, "another writer of this process");
    }

    public override AppendFile OpenAppend(string name)
    {
        lock (_gate)
        {
            if (!_names.ContainsKey(name)) Change(() => Create(name));
            return new GrowingFile(this, _names[name], name);
        }
    }

    internal override IndexOutput CreateOutput(string name)
    {
        lock (_gate)
        {
            // An existing file is emptied and not replaced, as open(2) with O_TRUNC does.
            if (_names.TryGetValue(name, out var existing)) Change(() => existing.Truncate(++_writeCount, 0));
            else Change(() => Create(name));
            return new IndexOutput(new FileStream(this, _names[name]), name);
        }
    }

    internal override FileMemory OpenFile(string name)
    {
        lock (_gate) return new PinnedFileMemory(name, Find(name).Content);
    }

    private void Create(string name)
    {
        var file = new UnreliableFile([]);
        _names[name] = file;
        _unsyncedNames.Add(names => names[name] = file);
    }

    private void Write(UnreliableFile file, int offset, ReadOnlySpan<byte> bytes)
    {
        var copy = bytes.ToArray();
        if (copy.Length > 0) Change(() => file.Write(++_writeCount, offset, copy));
    }

    private void SyncFile(Func<UnreliableFile> find)
    {
        Syncing?.Invoke();
        Change(() =>
        {
            SyncCount++;
            if (!IsOff) find().Sync();
        });
    }

    /// <summary>Makes a change, unless the power is gone. The change that it goes at is begun but not on disk.</summary>
    private void Change(Action change)
    {
        lock (_gate)
        {
            if (IsOff) throw new PowerLossException();
            IsOff = --_operationsLeft <= 0;
            change();
            if (IsOff) throw new PowerLossException();
        }
    }

    private UnreliableFile Find(string name) =>
        _names.TryGetValue(name, out var file) ? file : throw new FileNotFoundException($"No file {name}.", name);

    private sealed class FileStream(UnreliableDirectory directory, UnreliableFile file) : MemoryStream
    {
        private int _offset;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            directory.Write(file, _offset, buffer);
            _offset += buffer.Length;
        }
    }

    private sealed class GrowingFile(UnreliableDirectory directory, UnreliableFile file, string name) : AppendFile
    {
        public override string Name => name;

        public override long Length => file.Content.Length;

        public override int Read(long offset, Span<byte> buffer)
        {
            var rest = file.Content.AsSpan((int)Math.Min(offset, file.Content.Length));
            var count = Math.Min(rest.Length, buffer.Length);
            rest[..count].CopyTo(buffer);
            return count;
        }

        public override void Append(ReadOnlySpan<byte> bytes) => directory.Write(file, file.Content.Length, bytes);

        public override void Truncate(long length) => directory.Change(() => file.Truncate(++directory._writeCount, (int)length));

        public override void Sync() => directory.SyncFile(() => file);

        public override void Dispose()
        {
            // The directory holds the bytes.
        }
    }

    private sealed class Held(UnreliableDirectory directory, string name) : IDisposable
    {
        public void Dispose()
        {
            lock (directory._gate) directory._locks.Remove(name);
        }
    }
}

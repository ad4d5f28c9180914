namespace NewsSearch.Lucene.Store;

/// <summary>An index in a folder of the file system, read through memory maps.</summary>
public sealed class FileSystemDirectory : IndexDirectory
{
    /// <summary>
    /// Files up to this many bytes are read at once: a map costs the system more, and Lucene rewrites one of them
    /// (segments.gen) in place, which would pull a map away from under its reader.
    /// </summary>
    private const int SmallFile = 1 << 13;

    private readonly string _path;

    /// <summary>Names the folder; it is created when the first file is written.</summary>
    public FileSystemDirectory(string path)
    {
        _path = Path.GetFullPath(path);
    }

    public override string Name => _path;

    public override bool Exists => Directory.Exists(_path);

    public override IReadOnlyList<string> ListAll()
    {
        if (!Directory.Exists(_path)) return [];
        var names = Directory.GetFiles(_path).Select(file => Path.GetFileName(file)!).ToArray();
        Array.Sort(names, string.CompareOrdinal);
        return names;
    }

    public override bool FileExists(string name) => File.Exists(Locate(name));

    public override long FileLength(string name) => new FileInfo(Locate(name)).Length;

    public override void DeleteFile(string name) => File.Delete(Locate(name));

    public override void Rename(string name, string newName) => File.Move(Locate(name), Locate(newName), overwrite: true);

    public override void Sync(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            using var handle = File.OpenHandle(Locate(name), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(handle);
        }
    }

    public override void SyncNames()
    {
        // A folder can be synced on POSIX systems only; NTFS journals its names by itself.
        if (OperatingSystem.IsWindows() || !Directory.Exists(_path)) return;
        FolderSync.Flush(_path);
    }

    public override IDisposable ObtainLock(string name)
    {
        Directory.CreateDirectory(_path);
        return FileLock.Obtain(Locate(name));
    }

    public override AppendFile OpenAppend(string name)
    {
        Directory.CreateDirectory(_path);
        return new FileSystemAppendFile(Locate(name));
    }

    internal override IndexOutput CreateOutput(string name)
    {
        Directory.CreateDirectory(_path);
        // IndexOutput has a buffer of its own.
        return new IndexOutput(new FileStream(Locate(name), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0), name);
    }

    internal override FileMemory OpenFile(string name)
    {
        var path = Locate(name);
        var length = new FileInfo(path).Length;
        return length > SmallFile ? new MappedFileMemory(path, length) : new PinnedFileMemory(path, File.ReadAllBytes(path));
    }

    private string Locate(string name) => Path.Combine(_path, name);
}

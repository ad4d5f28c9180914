namespace NewsSearch.Lucene.Store;

/// <summary>
/// A flat set of files that holds one index. Files of the index are written once, front to back, and never changed; a journal beside
/// them may grow.
/// </summary>
/// <remarks>Thread-safe. Names have no path in them.</remarks>
public abstract class IndexDirectory : IDisposable
{
    /// <summary>The path, or another name for error messages.</summary>
    public abstract string Name { get; }

    /// <summary>Whether the place itself exists; one that does not has no files and is made with the first file.</summary>
    public virtual bool Exists => true;

    /// <summary>Names of all files, in ordinal order.</summary>
    public abstract IReadOnlyList<string> ListAll();

    /// <summary>Whether the file exists.</summary>
    public abstract bool FileExists(string name);

    /// <summary>Size in bytes.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public abstract long FileLength(string name);

    /// <summary>Removes a file; an open reader keeps what it has of it.</summary>
    public abstract void DeleteFile(string name);

    /// <summary>Gives a file another name in one step, replacing a file of that name.</summary>
    public abstract void Rename(string name, string newName);

    /// <summary>Returns when the contents of the files would survive a power loss.</summary>
    public abstract void Sync(IEnumerable<string> names);

    /// <summary>Returns when names made, changed and removed so far would survive a power loss.</summary>
    public abstract void SyncNames();

    /// <summary>Locks a file for this holder alone; disposing the result releases it.</summary>
    /// <exception cref="LockHeldException">Somebody else holds it.</exception>
    public abstract IDisposable ObtainLock(string name);

    /// <summary>Opens a file that may grow, and creates it where there is none; its name is durable after <see cref="SyncNames"/>.</summary>
    /// <exception cref="NotSupportedException">Files of this kind of directory can't grow.</exception>
    public virtual AppendFile OpenAppend(string name) => throw new NotSupportedException($"{Name} has no files that can grow.");

    /// <summary>Creates a file, or empties an existing one.</summary>
    internal abstract IndexOutput CreateOutput(string name);

    /// <summary>Opens a file for reading; whoever opens it disposes it when nothing reads from it any more.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    internal abstract FileMemory OpenFile(string name);

    /// <summary>Releases what the directory itself holds; open files stay open.</summary>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}

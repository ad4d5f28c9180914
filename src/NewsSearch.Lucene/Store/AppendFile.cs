namespace NewsSearch.Lucene.Store;

/// <summary>
/// A file that grows at its end and may be cut there, for journals: unlike the files of the index it is read and written by the same holder.
/// </summary>
/// <remarks>For one thread at a time. What <see cref="Append"/> and <see cref="Truncate"/> did survives a power loss only after <see cref="Sync"/>.</remarks>
public abstract class AppendFile : IDisposable
{
    /// <summary>The file's name with its directory, for error messages.</summary>
    public abstract string Name { get; }

    /// <summary>Size in bytes: where the next <see cref="Append"/> writes.</summary>
    public abstract long Length { get; }

    /// <summary>Fills the buffer from the offset on as far as the file goes.</summary>
    /// <returns>How many bytes were read.</returns>
    public abstract int Read(long offset, Span<byte> buffer);

    /// <summary>Writes at the end of the file.</summary>
    /// <exception cref="IOException">The disk is full or broken; any part of the bytes may have been written.</exception>
    public abstract void Append(ReadOnlySpan<byte> bytes);

    /// <summary>Drops everything from the offset on.</summary>
    public abstract void Truncate(long length);

    /// <summary>Returns when the contents would survive a power loss; the name needs <see cref="IndexDirectory.SyncNames"/>.</summary>
    /// <exception cref="IOException">
    /// The disk failed. A second call proves nothing: the system may have forgotten by then what it could not write.
    /// </exception>
    public abstract void Sync();

    /// <summary>Closes the file without a sync.</summary>
    public abstract void Dispose();
}

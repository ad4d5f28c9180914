namespace NewsSearch.Lucene.Store;

/// <summary>The bytes of one file at a fixed address, shared by every <see cref="IndexInput"/> over it.</summary>
/// <remarks>
/// The address must stay valid until <see cref="Dispose"/>; who disposes must know that no reader is left, because a
/// read of unmapped memory ends the process. Readers count their users for that reason.
/// </remarks>
internal abstract unsafe class FileMemory(string name, long length) : IDisposable
{
    /// <summary>The file's name with its directory, for error messages.</summary>
    public string Name { get; } = name;

    /// <summary>Size in bytes.</summary>
    public long Length { get; } = length;

    public abstract byte* Address { get; }

    /// <summary>
    /// Says that what was read is not needed soon: it need not stay in memory. Reading goes on as before, also on other threads.
    /// </summary>
    public virtual void LetGoOfPages()
    {
        // What is not mapped has no other place.
    }

    public abstract void Dispose();
}

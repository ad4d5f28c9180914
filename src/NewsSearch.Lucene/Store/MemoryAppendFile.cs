namespace NewsSearch.Lucene.Store;

/// <summary>A growing file of a <see cref="MemoryDirectory"/>. Each call copies the file, which small ones bear.</summary>
internal sealed class MemoryAppendFile(MemoryDirectory directory, string name) : AppendFile
{
    public override string Name => name;

    public override long Length => directory.FileLength(name);

    public override int Read(long offset, Span<byte> buffer)
    {
        var rest = directory.ReadFile(name).AsSpan((int)Math.Min(offset, Length));
        var count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        return count;
    }

    public override void Append(ReadOnlySpan<byte> bytes) => directory.WriteFile(name, [.. directory.ReadFile(name), .. bytes]);

    public override void Truncate(long length) => directory.WriteFile(name, directory.ReadFile(name)[..(int)length]);

    public override void Sync()
    {
        // There is no disk below.
    }

    public override void Dispose()
    {
        // The directory holds the bytes.
    }
}

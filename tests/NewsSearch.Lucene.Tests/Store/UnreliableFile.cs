namespace NewsSearch.Lucene.Tests.Store;

/// <summary>A file as programs see it, and what of it is on disk.</summary>
internal sealed class UnreliableFile
{
    private const int Sector = 512;

    private readonly List<(long Order, int Offset, byte[]? Bytes)> _unsynced = [];
    private byte[] _synced;

    public UnreliableFile(byte[] synced)
    {
        _synced = synced;
        Content = synced;
    }

    /// <summary>What programs read.</summary>
    public byte[] Content { get; private set; }

    public void Write(long order, int offset, byte[] bytes)
    {
        _unsynced.Add((order, offset, bytes));
        Content = Apply(Content, offset, bytes);
    }

    public void Truncate(long order, int length)
    {
        _unsynced.Add((order, length, null));
        Content = Apply(Content, length, null);
    }

    public void Sync()
    {
        _synced = Content;
        _unsynced.Clear();
    }

    /// <summary>The same file with the same state, for the next process.</summary>
    public UnreliableFile Copy()
    {
        var copy = new UnreliableFile(_synced) { Content = Content };
        copy._unsynced.AddRange(_unsynced);
        return copy;
    }

    /// <summary>The content after the power came back.</summary>
    /// <param name="lastWrite">Order of the last write to any file.</param>
    public byte[] After(CrashKind kind, long lastWrite, Random random)
    {
        var content = _synced;
        if (kind == CrashKind.LoseUnsynced) return content;
        foreach (var (order, offset, bytes) in _unsynced)
        {
            var fate = kind == CrashKind.Disorder ? random.Next(3) : order == lastWrite ? 2 : 0;
            if (fate == 0 || (fate == 2 && bytes is null)) content = Apply(content, offset, bytes);
            else if (fate == 2) content = Tear(content, offset, bytes!, random);
        }

        return content;
    }

    private static byte[] Apply(byte[] content, int offset, byte[]? bytes)
    {
        if (bytes is null) return content.AsSpan(0, Math.Min(offset, content.Length)).ToArray();
        var result = new byte[Math.Max(content.Length, offset + bytes.Length)];
        content.CopyTo(result, 0);
        bytes.CopyTo(result, offset);
        return result;
    }

    private static byte[] Tear(byte[] content, int offset, byte[] bytes, Random random)
    {
        // A prefix; or the new size with zeros for what didn't come, whole sectors of the disk here and there.
        if (random.Next(2) == 0) return Apply(content, offset, bytes[..random.Next(bytes.Length + 1)]);
        var result = Apply(content, offset, new byte[bytes.Length]);
        if (offset < content.Length) content.AsSpan(offset, Math.Min(bytes.Length, content.Length - offset)).CopyTo(result.AsSpan(offset));
        for (var start = offset; start < offset + bytes.Length;)
        {
            var end = Math.Min(offset + bytes.Length, (start / Sector + 1) * Sector);
            if (random.Next(2) == 0) bytes.AsSpan(start - offset, end - start).CopyTo(result.AsSpan(start));
            start = end;
        }

        return result;
    }
}

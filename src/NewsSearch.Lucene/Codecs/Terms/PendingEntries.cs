namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>The terms and blocks that are not in a block yet, a stack: new ones come last, a block takes the last ones.</summary>
internal sealed class PendingEntries
{
    private PendingEntry[] _entries = new PendingEntry[64];
    private byte[] _bytes = new byte[1024];
    private int _used;

    public int Count { get; private set; }

    public ref readonly PendingEntry this[int index] => ref _entries[index];

    /// <summary>The term or prefix of an entry; valid until another is pushed.</summary>
    public ReadOnlySpan<byte> Bytes(int index) => _bytes.AsSpan(_entries[index].Start, _entries[index].Length);

    public void PushTerm(ReadOnlySpan<byte> term, in TermState state) => Push(term, state, null);

    public void PushBlock(ReadOnlySpan<byte> prefix, WrittenBlock block) => Push(prefix, default, block);

    /// <summary>Removes the last entries so that only this many are left.</summary>
    public void Truncate(int count)
    {
        if (count == Count) return;
        _used = _entries[count].Start;
        Array.Clear(_entries, count, Count - count);
        Count = count;
    }

    private void Push(ReadOnlySpan<byte> bytes, in TermState term, WrittenBlock? block)
    {
        if (Count == _entries.Length) Array.Resize(ref _entries, Count * 2);
        if (_bytes.Length - _used < bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _used + bytes.Length));
        bytes.CopyTo(_bytes.AsSpan(_used));
        _entries[Count++] = new PendingEntry { Start = _used, Length = bytes.Length, Term = term, Block = block };
        _used += bytes.Length;
    }
}

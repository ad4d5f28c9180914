namespace NewsSearch.Lucene.Packing;

/// <summary>Bytes that are gathered in memory before they are written; kept between uses so that nothing is allocated.</summary>
internal sealed class ByteBuilder
{
    private byte[] _bytes = new byte[64];

    public int Length { get; private set; }

    /// <summary>The bytes so far; valid until more are written.</summary>
    public Span<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void WriteByte(byte value)
    {
        if (Length == _bytes.Length) Grow(1);
        _bytes[Length++] = value;
    }

    public void WriteBytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Extend(bytes.Length));

    /// <summary>Seven bits a byte, lowest first; negative values take 5 bytes.</summary>
    public void WriteVInt(int value) => WriteSevenBits((uint)value);

    /// <summary>Seven bits a byte, lowest first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public void WriteVLong(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        WriteSevenBits((ulong)value);
    }

    /// <summary>Appends that many zero bytes and returns them.</summary>
    public Span<byte> Extend(int count)
    {
        if (_bytes.Length - Length < count) Grow(count);
        var added = _bytes.AsSpan(Length, count);
        added.Clear();
        Length += count;
        return added;
    }

    private void WriteSevenBits(ulong rest)
    {
        while (rest >= 0x80)
        {
            WriteByte((byte)(rest | 0x80));
            rest >>= 7;
        }

        WriteByte((byte)rest);
    }

    private void Grow(int count) =>
        Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(Length + (long)count, _bytes.Length * 2L)));
}

namespace NewsSearch.Lucene.Packing;

/// <summary>Reads the bytes of a node downwards. Past the end it reads zeros and remembers that it is broken.</summary>
internal ref struct FstCursor(ReadOnlySpan<byte> bytes, int position)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Address of the next byte to read.</summary>
    public int Position = position;

    /// <summary>Whether a read went out of the automaton, or found a number that can't be.</summary>
    public bool IsBroken;

    public byte ReadByte()
    {
        if ((uint)Position < (uint)_bytes.Length) return _bytes[Position--];
        IsBroken = true;
        return 0;
    }

    /// <summary>A number from 0 to the length of the automaton: everything that is counted or pointed at is smaller.</summary>
    public int ReadNumber()
    {
        ulong value = 0;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var b = ReadByte();
            value |= (b & 0x7FUL) << shift;
            if (b >= 0x80) continue;
            if (value <= (ulong)_bytes.Length) return (int)value;
            break;
        }

        IsBroken = true;
        return 0;
    }

    public void Skip(int count)
    {
        Position -= count;
        if (Position < -1) IsBroken = true;
    }
}

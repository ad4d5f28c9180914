using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NewsSearch.Lucene.Store;

/// <summary>
/// A cursor on the stack over a few bytes of a file, for loops that read many small integers: the bounds of the file
/// are checked once, those of the part at every read.
/// </summary>
internal ref struct SpanInput
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly IndexInput _file;
    private readonly long _offset;
    private int _position;

    /// <summary>Reads <paramref name="count"/> bytes of the file from <paramref name="offset"/> on.</summary>
    /// <param name="position">Where in the part to start.</param>
    /// <exception cref="CorruptIndexException">The part is not wholly in the file.</exception>
    public SpanInput(IndexInput file, long offset, int count, int position = 0)
    {
        _bytes = file.Span(offset, count);
        _file = file;
        _offset = offset;
        _position = position;
    }

    /// <summary>Offset of the next byte to read, from the start of the part.</summary>
    public readonly int Position => _position;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte ReadByte()
    {
        if ((uint)_position >= (uint)_bytes.Length) EndOfPart();
        return _bytes[_position++];
    }

    /// <summary>See <see cref="IndexInput.ReadVInt"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadVInt()
    {
        var first = ReadByte();
        return first < 0x80 ? first : (int)ReadRest(first, 35);
    }

    /// <summary>See <see cref="IndexInput.ReadVLong"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ReadVLong()
    {
        var first = ReadByte();
        return first < 0x80 ? first : (long)ReadRest(first, 63);
    }

    /// <summary>The next bytes where they lie.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> ReadSpan(int count)
    {
        if ((uint)count > (uint)(_bytes.Length - _position)) EndOfPart();
        var span = _bytes.Slice(_position, count);
        _position += count;
        return span;
    }

    /// <summary>Fails with what was found and expected at the current position.</summary>
    [DoesNotReturn]
    public readonly void Corrupt(string found, string expected) =>
        CorruptIndexException.Throw(_file.Name, _offset + _position, found, expected);

    private ulong ReadRest(byte first, int bits)
    {
        ulong value = first & 0x7FUL;
        for (var shift = 7; shift < bits; shift += 7)
        {
            var b = ReadByte();
            value |= (b & 0x7FUL) << shift;
            if (b < 0x80) return value;
        }

        Corrupt($"a number of more than {bits / 7} bytes", $"at most {bits / 7} bytes");
        return 0;
    }

    [DoesNotReturn]
    private readonly void EndOfPart() => Corrupt($"the end of a part of {_bytes.Length} bytes", "more bytes in it");
}

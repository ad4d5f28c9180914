using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NewsSearch.Lucene.Store;

/// <summary>
/// A cursor on the stack over a few bytes of a file, for loops that read many small integers: the bounds of the file
/// are checked once, those of the part at every read.
/// </summary>
/// <remarks>No call that is not inlined gets its address, so that it can live in registers.</remarks>
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
        if ((uint)_position >= (uint)_bytes.Length) EndOfPart(_file, _offset + _position, _bytes.Length);
        return _bytes[_position++];
    }

    /// <summary>See <see cref="IndexInput.ReadVInt"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadVInt()
    {
        var first = ReadByte();
        if (first < 0x80) return first;
        var second = ReadByte();
        var value = first & 0x7F | (second & 0x7F) << 7;
        return second < 0x80 ? value : (int)ReadRest((uint)value, 35);
    }

    /// <summary>See <see cref="IndexInput.ReadVLong"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ReadVLong()
    {
        var first = ReadByte();
        if (first < 0x80) return first;
        var second = ReadByte();
        var value = first & 0x7F | (second & 0x7F) << 7;
        return second < 0x80 ? value : (long)ReadRest((uint)value, 63);
    }

    /// <summary>The next bytes where they lie.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> ReadSpan(int count)
    {
        if ((uint)count > (uint)(_bytes.Length - _position)) EndOfPart(_file, _offset + _position, _bytes.Length);
        var span = _bytes.Slice(_position, count);
        _position += count;
        return span;
    }

    /// <summary>Fails with what was found and expected at the current position.</summary>
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Corrupt(string found, string expected) =>
        CorruptIndexException.Throw(_file.Name, _offset + _position, found, expected);

    /// <summary>Reads what follows two bytes of a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong ReadRest(ulong value, int bits)
    {
        var rest = ReadRest(_bytes[_position..], bits, out var length);
        if (length == 0) Broken(_file, _offset + _position, _bytes.Length - _position, bits);
        _position += length;
        return value | rest;
    }

    /// <returns>The rest of the number, whose length is 0 if it does not end.</returns>
    private static ulong ReadRest(ReadOnlySpan<byte> bytes, int bits, out int length)
    {
        ulong value = 0;
        length = 0;
        for (var shift = 14; shift < bits && length < bytes.Length; shift += 7)
        {
            var b = bytes[length++];
            value |= (b & 0x7FUL) << shift;
            if (b < 0x80) return value;
        }

        length = 0;
        return 0;
    }

    [DoesNotReturn]
    private static void Broken(IndexInput file, long offset, int left, int bits)
    {
        if (left >= bits / 7 - 2) CorruptIndexException.Throw(file.Name, offset, $"a number of more than {bits / 7} bytes", $"at most {bits / 7} bytes");
        CorruptIndexException.Throw(file.Name, offset + left, "the end of a part in the middle of a number", "more bytes in it");
    }

    [DoesNotReturn]
    private static void EndOfPart(IndexInput file, long offset, int length) =>
        CorruptIndexException.Throw(file.Name, offset, $"the end of a part of {length} bytes", "more bytes in it");
}

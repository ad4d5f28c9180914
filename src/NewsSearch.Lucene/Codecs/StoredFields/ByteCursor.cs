using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.StoredFields;

/// <summary>
/// Reads front to back through bytes of the .fdt file, or through decompressed ones, without memory of its own. Every
/// read is checked against the end. (A <see cref="SpanInput"/> knows bytes of a file only.)
/// </summary>
/// <param name="bytes">What to read.</param>
/// <param name="file">For error messages.</param>
/// <param name="offset">Of the bytes in the file, or of the chunk that was decompressed; for error messages.</param>
/// <param name="isDecompressed">Whether the bytes do not stand in the file as they are.</param>
internal ref struct ByteCursor(ReadOnlySpan<byte> bytes, string file, long offset, bool isDecompressed)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    public readonly int Position => _position;

    public readonly int Remaining => _bytes.Length - _position;

    /// <summary>All bytes that are left; the position stays as it is.</summary>
    public readonly ReadOnlySpan<byte> Rest => _bytes[_position..];

    public ReadOnlySpan<byte> ReadSpan(int count)
    {
        if ((uint)count > (uint)Remaining) Corrupt($"{Remaining} bytes left", $"{count} more bytes");
        var span = _bytes.Slice(_position, count);
        _position += count;
        return span;
    }

    public int ReadInt32() => BinaryPrimitives.ReadInt32BigEndian(ReadSpan(4));

    public long ReadInt64() => BinaryPrimitives.ReadInt64BigEndian(ReadSpan(8));

    /// <summary>Seven bits a byte, lowest first; from 0 to <paramref name="maximum"/>.</summary>
    public long ReadNumber(string what, long maximum)
    {
        var value = 0UL;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var b = ReadSpan(1)[0];
            value |= (b & 0x7FUL) << shift;
            if (b >= 0x80) continue;
            if (value > (ulong)maximum) Corrupt($"{value} {what}", $"0 to {maximum}");
            return (long)value;
        }

        Corrupt($"a number of more than 9 bytes {what}", "at most 9 bytes");
        return 0;
    }

    /// <summary>The bytes after their own length.</summary>
    public ReadOnlySpan<byte> ReadBlock() => ReadSpan((int)ReadNumber("as the length of a value", Remaining));

    [DoesNotReturn]
    public readonly void Corrupt(string found, string expected)
    {
        if (isDecompressed) CorruptIndexException.Throw(file, offset, $"{found} after byte {_position} of a document in the chunk there", expected);
        CorruptIndexException.Throw(file, offset + _position, found, expected);
    }
}

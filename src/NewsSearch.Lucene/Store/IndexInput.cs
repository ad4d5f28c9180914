using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace NewsSearch.Lucene.Store;

/// <summary>
/// A cursor over the bytes of an index file, or over a slice of one. Integers are big-endian, as Java writes them.
/// </summary>
/// <remarks>
/// Every read is checked against the end of the slice and fails with <see cref="CorruptIndexException"/>. A cursor
/// belongs to one thread; <see cref="Clone"/> makes another over the same bytes at no cost.
/// </remarks>
internal sealed unsafe class IndexInput
{
    private readonly FileMemory _memory;
    private readonly byte* _start;
    private readonly long _fileOffset;
    private long _position;

    public IndexInput(FileMemory memory)
        : this(memory, 0, memory.Length, memory.Name)
    {
    }

    private IndexInput(FileMemory memory, long fileOffset, long length, string name)
    {
        _memory = memory;
        _start = memory.Address + fileOffset;
        _fileOffset = fileOffset;
        Length = length;
        Name = name;
    }

    /// <summary>The file's name, followed by the sub-file's in a compound file; for error messages.</summary>
    public string Name { get; }

    /// <summary>Number of bytes in this slice.</summary>
    public long Length { get; }

    /// <summary>Offset of the next byte to read, from the start of this slice.</summary>
    public long Position => _position;

    /// <summary>Number of bytes left.</summary>
    public long Remaining => Length - _position;

    public void Seek(long position)
    {
        if ((ulong)position > (ulong)Length)
            Corrupt($"a pointer to byte {position}", $"a pointer within the {Length} bytes");
        _position = position;
    }

    /// <summary>A cursor of its own at the same position.</summary>
    public IndexInput Clone() => new(_memory, _fileOffset, Length, Name) { _position = _position };

    /// <summary>A cursor over part of this one, at its first byte.</summary>
    public IndexInput Slice(long offset, long length, string? subFile = null)
    {
        if (offset < 0 || length < 0 || offset > Length - length)
            Corrupt($"a slice of {length} bytes at {offset}", $"a slice within the {Length} bytes");
        return new IndexInput(_memory, _fileOffset + offset, length, subFile is null ? Name : $"{Name}({subFile})");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte ReadByte()
    {
        if (_position >= Length) EndOfFile(1);
        return _start[_position++];
    }

    /// <summary>The next <paramref name="count"/> bytes where they lie, without a copy; moves past them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> ReadSpan(int count)
    {
        if ((ulong)count > (ulong)(Length - _position)) EndOfFile(count);
        var span = new ReadOnlySpan<byte>(_start + _position, count);
        _position += count;
        return span;
    }

    /// <summary>Bytes anywhere in the slice where they lie; the position stays as it is. Safe for several threads.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Span(long offset, int count)
    {
        if (offset < 0 || count < 0 || offset > Length - count)
            CorruptIndexException.Throw(Name, offset, $"a reference to {count} bytes there", $"a reference within the {Length} bytes");
        return new ReadOnlySpan<byte>(_start + offset, count);
    }

    /// <summary>Eight bytes anywhere in the slice as a number; the position stays as it is. Safe for several threads.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong UInt64At(long offset)
    {
        if (offset < 0 || offset > Length - sizeof(ulong))
            CorruptIndexException.Throw(Name, offset, $"a reference to {sizeof(ulong)} bytes there", $"a reference within the {Length} bytes");
        var value = Unsafe.ReadUnaligned<ulong>(_start + offset);
        return BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;
    }

    /// <summary>Lets the processor fetch the bytes there, which may be no place of the slice, while others are worked on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(long offset)
    {
        if (Sse.IsSupported && (ulong)offset < (ulong)Length) Sse.Prefetch0(_start + offset);
    }

    /// <summary>As <see cref="FileMemory.LetGoOfPages"/>, for the whole file.</summary>
    public void LetGoOfPages() => _memory.LetGoOfPages();

    public void ReadBytes(Span<byte> destination) => ReadSpan(destination.Length).CopyTo(destination);

    public void Skip(long count) => Seek(_position + count);

    public short ReadInt16() => BinaryPrimitives.ReadInt16BigEndian(ReadSpan(2));

    public int ReadInt32() => BinaryPrimitives.ReadInt32BigEndian(ReadSpan(4));

    public long ReadInt64() => BinaryPrimitives.ReadInt64BigEndian(ReadSpan(8));

    /// <summary>An integer of 1 to 5 bytes, seven bits each, lowest first; negative values take 5 bytes.</summary>
    public int ReadVInt()
    {
        uint value = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var b = ReadByte();
            value |= (b & 0x7Fu) << shift;
            if (b < 0x80) return (int)value;
        }

        Corrupt("a VInt of more than 5 bytes", "at most 5 bytes");
        return 0;
    }

    /// <summary>An integer of 1 to 9 bytes, seven bits each, lowest first; never negative.</summary>
    public long ReadVLong()
    {
        ulong value = 0;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var b = ReadByte();
            value |= (b & 0x7FUL) << shift;
            if (b < 0x80) return (long)value;
        }

        Corrupt("a VLong of more than 9 bytes", "at most 9 bytes");
        return 0;
    }

    /// <summary>A VInt that counts or sizes things: from 0 to <paramref name="maximum"/>.</summary>
    public int ReadCount(string what, long maximum)
    {
        var count = ReadVInt();
        if (count < 0 || count > maximum) Corrupt($"{count} {what}", $"0 to {maximum}");
        return count;
    }

    /// <summary>UTF-8 text after its length in bytes as a VInt.</summary>
    public string ReadString() => Encoding.UTF8.GetString(ReadSpan(ReadCount("bytes of text", Remaining)));

    /// <summary>Texts in pairs after their number as a four-byte integer.</summary>
    public Dictionary<string, string> ReadStringMap()
    {
        var count = ReadInt32();
        if (count < 0 || count > Remaining / 2) Corrupt($"{count} entries", $"0 to {Remaining / 2}");
        // Grows as entries are read: a count that lies must not cost memory.
        var map = new Dictionary<string, string>();
        for (var i = 0; i < count; i++)
        {
            var key = ReadString();
            map[key] = ReadString();
        }

        return map;
    }

    /// <summary>Texts after their number as a four-byte integer.</summary>
    public List<string> ReadStringSet()
    {
        var count = ReadInt32();
        if (count < 0 || count > Remaining) Corrupt($"{count} entries", $"0 to {Remaining}");
        var set = new List<string>();
        for (var i = 0; i < count; i++) set.Add(ReadString());
        return set;
    }

    /// <summary>Fails with what was found and expected at the current position.</summary>
    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    public void Corrupt(string found, string expected) => CorruptIndexException.Throw(Name, _position, found, expected);

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private void EndOfFile(long wanted) => Corrupt($"the end of the file ({Length} bytes)", $"{wanted} more bytes");
}

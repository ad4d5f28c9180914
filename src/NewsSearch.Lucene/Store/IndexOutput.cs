using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace NewsSearch.Lucene.Store;

/// <summary>Writes an index file front to back and keeps the CRC-32 of what was written. Integers are big-endian.</summary>
internal sealed class IndexOutput : IDisposable
{
    private const int BufferSize = 1 << 16;

    private readonly Stream _stream;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private int _used;
    private long _flushed;
    private Crc32 _crc;

    /// <summary>Writes to the stream and closes it at <see cref="Dispose"/>.</summary>
    public IndexOutput(Stream stream, string name)
    {
        _stream = stream;
        Name = name;
    }

    /// <summary>The file's name, without its directory.</summary>
    public string Name { get; }

    /// <summary>Bytes written so far: the offset of the next byte.</summary>
    public long Position => _flushed + _used;

    /// <summary>Told how many bytes each write to the operating system had, after it; may throw to stop the writing.</summary>
    public Action<int>? Written { get; set; }

    /// <summary>The CRC-32 of all bytes written so far.</summary>
    public uint Checksum
    {
        get
        {
            Flush();
            return _crc.Value;
        }
    }

    public void WriteByte(byte value)
    {
        if (_used == _buffer.Length) Flush();
        _buffer[_used++] = value;
    }

    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_used == _buffer.Length) Flush();
            var part = Math.Min(bytes.Length, _buffer.Length - _used);
            bytes[..part].CopyTo(_buffer.AsSpan(_used));
            _used += part;
            bytes = bytes[part..];
        }
    }

    public void WriteInt16(short value) => BinaryPrimitives.WriteInt16BigEndian(Reserve(2), value);

    public void WriteInt32(int value) => BinaryPrimitives.WriteInt32BigEndian(Reserve(4), value);

    public void WriteInt64(long value) => BinaryPrimitives.WriteInt64BigEndian(Reserve(8), value);

    /// <summary>Seven bits a byte, lowest first; negative values take 5 bytes.</summary>
    public void WriteVInt(int value)
    {
        var rest = (uint)value;
        while (rest >= 0x80)
        {
            WriteByte((byte)(rest | 0x80));
            rest >>= 7;
        }

        WriteByte((byte)rest);
    }

    /// <summary>Seven bits a byte, lowest first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public void WriteVLong(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        var rest = (ulong)value;
        while (rest >= 0x80)
        {
            WriteByte((byte)(rest | 0x80));
            rest >>= 7;
        }

        WriteByte((byte)rest);
    }

    /// <summary>UTF-8 text after its length in bytes as a VInt.</summary>
    public void WriteString(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        WriteVInt(bytes.Length);
        WriteBytes(bytes);
    }

    /// <summary>Texts in pairs after their number as a four-byte integer.</summary>
    public void WriteStringMap(IReadOnlyDictionary<string, string> map)
    {
        WriteInt32(map.Count);
        foreach (var (key, value) in map)
        {
            WriteString(key);
            WriteString(value);
        }
    }

    /// <summary>Texts after their number as a four-byte integer.</summary>
    public void WriteStringSet(IReadOnlyCollection<string> set)
    {
        WriteInt32(set.Count);
        foreach (var text in set) WriteString(text);
    }

    /// <summary>Hands everything to the operating system; it is durable only after a sync. A footer does so as well.</summary>
    public void Flush()
    {
        var bytes = _buffer.AsSpan(0, _used);
        _stream.Write(bytes);
        _crc.Append(bytes);
        _flushed += _used;
        _used = 0;
        Written?.Invoke(bytes.Length);
    }

    /// <summary>Closes the file. What was not flushed is dropped: a file that is given up must not fail once more on a full disk.</summary>
    public void Dispose()
    {
        if (_buffer.Length == 0) return;
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _used = 0;
        _stream.Dispose();
    }

    private Span<byte> Reserve(int count)
    {
        if (_buffer.Length - _used < count) Flush();
        _used += count;
        return _buffer.AsSpan(_used - count, count);
    }
}

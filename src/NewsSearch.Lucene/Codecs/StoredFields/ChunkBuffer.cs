using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace NewsSearch.Lucene.Codecs.StoredFields;

/// <summary>Bytes of the documents of a chunk before compression, in pooled memory.</summary>
internal sealed class ChunkBuffer : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(StoredFieldsFormat.ChunkSize * 2);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void WriteVLong(long value)
    {
        var rest = (ulong)value;
        for (; rest >= 0x80; rest >>= 7) Reserve(1)[0] = (byte)(rest | 0x80);
        Reserve(1)[0] = (byte)rest;
    }

    public void WriteEncoded(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Reserve(bytes.Length));

    public void WriteInt32(int value) => BinaryPrimitives.WriteInt32BigEndian(Reserve(4), value);

    public void WriteInt64(long value) => BinaryPrimitives.WriteInt64BigEndian(Reserve(8), value);

    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        WriteVLong(bytes.Length);
        WriteEncoded(bytes);
    }

    /// <summary>UTF-8 after its length. Surrogates without a partner become U+FFFD: UTF-8 has no form for them.</summary>
    public void WriteText(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        WriteVLong(length);
        Encoding.UTF8.GetBytes(text, Reserve(length));
    }

    public void Dispose()
    {
        if (_bytes.Length == 0) return;
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        Length = 0;
    }

    private Span<byte> Reserve(int count)
    {
        if (count > _bytes.Length - Length) Grow(count);
        var span = _bytes.AsSpan(Length, count);
        Length += count;
        return span;
    }

    private void Grow(int count)
    {
        var needed = (long)Length + count;
        if (needed > Array.MaxLength) throw new InvalidOperationException($"The stored fields of one document take {needed} bytes; at most {Array.MaxLength} can be stored.");
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(needed, 2L * _bytes.Length)));
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}

using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>Byte strings of one length.</summary>
internal sealed class FixedByteStrings(IndexInput data, BinaryEntry entry) : ByteStrings
{
    public override long Count => entry.Count;

    public override ReadOnlySpan<byte> Get(long index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((ulong)index, (ulong)entry.Count, nameof(index));
        return data.Span(entry.Offset + index * entry.MaxLength, entry.MaxLength);
    }
}

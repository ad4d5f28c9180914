using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>Byte strings one after the other, with the end of each in <paramref name="ends"/>.</summary>
internal sealed class VariableByteStrings(IndexInput data, BinaryEntry entry, LongValues ends) : ByteStrings
{
    public override long Count => entry.Count;

    public override ReadOnlySpan<byte> Get(long index)
    {
        var start = index == 0 ? 0 : ends.Get(index - 1);
        var end = ends.Get(index);
        if (start < 0 || end < start || end - start > entry.MaxLength || end > entry.AddressesOffset - entry.Offset)
            CorruptIndexException.Throw(data.Name, entry.AddressesOffset, $"value {index} from byte {start} to {end}", $"at most {entry.MaxLength} bytes within {entry.AddressesOffset - entry.Offset}");
        return data.Span(entry.Offset + start, (int)(end - start));
    }
}

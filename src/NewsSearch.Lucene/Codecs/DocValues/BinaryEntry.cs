namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>What the metadata says of a run of byte strings. Offsets lie within the data file.</summary>
/// <param name="Encoding">How they are stored.</param>
/// <param name="MissingOffset">Where the bitset of documents with a value stands; -1 if all have one.</param>
/// <param name="MaxLength">The longest in bytes; with Fixed the length of each.</param>
/// <param name="Count">Number of byte strings.</param>
/// <param name="Offset">Where their bytes begin.</param>
/// <param name="AddressInterval">With Prefix: one in so many stands in full and has an address.</param>
/// <param name="AddressesOffset">With Variable and Prefix: where the addresses begin.</param>
/// <param name="BlockSize">With Variable and Prefix: addresses in a block; a power of two.</param>
internal sealed record BinaryEntry(
    BinaryEncoding Encoding, long MissingOffset, int MaxLength, long Count, long Offset, int AddressInterval, long AddressesOffset, int BlockSize)
{
    /// <summary>Number of addresses: the end of each value, or the start of each group of a dictionary.</summary>
    public long AddressCount => Encoding switch
    {
        BinaryEncoding.Variable => Count,
        BinaryEncoding.Prefix => (Count + AddressInterval - 1) / AddressInterval,
        _ => 0,
    };
}

using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Codecs.Postings;

/// <summary>How a packed block lays out its 128 numbers.</summary>
/// <param name="BitsPerValue">1 to 32.</param>
/// <param name="IsSingleBlock">
/// Whether 64-bit words hold whole numbers only, the first in the lowest bits (Lucene's PACKED_SINGLE_BLOCK), instead
/// of an unbroken row of bits (PACKED).
/// </param>
internal readonly record struct BlockLayout(int BitsPerValue, bool IsSingleBlock)
{
    private const int SingleBlockId = 1;

    /// <summary>Bytes of a block.</summary>
    public int ByteCount => (int)(IsSingleBlock
        ? PackedSingleBlock.ByteCount(PostingsFormat.BlockSize, BitsPerValue)
        : PackedBits.ByteCount(PostingsFormat.BlockSize, BitsPerValue));

    /// <summary>As the head of the .doc file writes it.</summary>
    public int Code => (IsSingleBlock ? SingleBlockId : 0) << 5 | BitsPerValue - 1;

    /// <summary>The layout that Lucene chooses for the number of bits, where nothing may be wasted.</summary>
    public static BlockLayout OfBits(int bits) => new(bits, bits is 1 or 2 or 4);

    /// <summary>The layout of a code, if it is one that can hold numbers of so many bits.</summary>
    public static bool TryParse(int code, int bits, out BlockLayout layout)
    {
        layout = new BlockLayout((code & 31) + 1, code >> 5 == SingleBlockId);
        return (uint)code >> 5 <= SingleBlockId && layout.BitsPerValue >= bits
            && (!layout.IsSingleBlock || PackedSingleBlock.IsSupported(layout.BitsPerValue));
    }
}

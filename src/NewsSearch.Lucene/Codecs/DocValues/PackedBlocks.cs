using System.Diagnostics.CodeAnalysis;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>What readers of packed blocks check alike.</summary>
internal static class PackedBlocks
{
    /// <summary>The number of blocks, after checking that so many can stand there.</summary>
    public static int Count(IndexInput data, long offset, long end, long count, int blockSize, int minimumLength)
    {
        var blockCount = count == 0 ? 0 : (count - 1) / blockSize + 1;
        if (blockCount > (end - offset) / minimumLength || blockCount > Array.MaxLength)
            CorruptIndexException.Throw(data.Name, offset, $"{blockCount} blocks of packed integers in {end - offset} bytes", $"at least {minimumLength} bytes a block");
        return (int)blockCount;
    }

    /// <summary>The end of a run of packed integers, after checking that it lies in the file.</summary>
    public static long SkipRun(IndexInput data, long offset, long end, long valueCount, int bitsPerValue)
    {
        // A hostile count could overflow the number of bits, so the bits that are there are divided instead.
        if (bitsPerValue > 0 && valueCount > (end - offset) * 8 / bitsPerValue)
            CorruptIndexException.Throw(data.Name, offset, $"{valueCount} values of {bitsPerValue} bits", $"a run within the {end - offset} bytes left");
        return offset + PackedBits.ByteCount(valueCount, bitsPerValue);
    }

    [DoesNotReturn]
    public static void ThrowNoHeader(IndexInput data, long offset, int block) =>
        CorruptIndexException.Throw(data.Name, offset, $"no header of block {block} of packed integers", "at most 64 bits a value");
}

using System.Numerics;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>Ascending integers in monotonic blocks, read one at a time where they lie; opening reads the blocks' headers only.</summary>
internal sealed class MonotonicBlockPackedReader : LongValues
{
    private const int MinHeaderLength = 1 /* minimum */ + 4 /* average */ + 1 /* bits per value */;

    private readonly IndexInput _data;
    private readonly Block[] _blocks;
    private readonly int _shift;
    private readonly int _mask;

    /// <inheritdoc cref="BlockPackedReader(IndexInput, long, long, long, int)"/>
    public MonotonicBlockPackedReader(IndexInput data, long offset, long end, long count, int blockSize)
    {
        _data = data;
        _shift = BitOperations.Log2((uint)blockSize);
        _mask = blockSize - 1;
        _blocks = new Block[PackedBlocks.Count(data, offset, end, count, blockSize, MinHeaderLength)];
        for (var i = 0; i < _blocks.Length; i++)
        {
            var bytes = data.Span(offset, (int)Math.Min(MonotonicBlockPacked.MaxHeaderLength, end - offset));
            if (!MonotonicBlockPacked.TryReadHeader(bytes, out var header)) PackedBlocks.ThrowNoHeader(data, offset, i);
            offset += header.Length;
            _blocks[i] = new Block(header.Minimum, offset, header.Average, header.BitsPerValue);
            var valueCount = Math.Min(blockSize, count - ((long)i << _shift));
            offset = PackedBlocks.SkipRun(data, offset, end, valueCount, header.BitsPerValue);
        }
    }

    public override long Get(int docId) => Get((long)docId);

    public override long Get(long index)
    {
        ref readonly var block = ref _blocks[index >> _shift];
        var inBlock = (int)index & _mask;
        var expected = MonotonicBlockPacked.Expected(block.Minimum, block.Average, inBlock);
        if (block.BitsPerValue == 0) return expected;
        return expected + ZigZag.Decode(PackedInput.Get(_data, block.Offset, inBlock, block.BitsPerValue));
    }

    private readonly record struct Block(long Minimum, long Offset, float Average, int BitsPerValue);
}

using System.Numerics;
using System.Runtime.CompilerServices;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>Integers in packed blocks, read one at a time where they lie; opening reads the blocks' headers only.</summary>
internal sealed class BlockPackedReader : LongValues
{
    private readonly IndexInput _data;
    private readonly Block[] _blocks;
    private readonly int _shift;
    private readonly int _mask;

    /// <summary>Finds the blocks.</summary>
    /// <param name="data">The file.</param>
    /// <param name="offset">Where the first block begins.</param>
    /// <param name="end">No block reaches behind this.</param>
    /// <param name="count">Number of values.</param>
    /// <param name="blockSize">Values in each block but the last.</param>
    public BlockPackedReader(IndexInput data, long offset, long end, long count, int blockSize)
    {
        _data = data;
        _shift = BitOperations.Log2((uint)blockSize);
        _mask = blockSize - 1;
        _blocks = new Block[PackedBlocks.Count(data, offset, end, count, blockSize, minimumLength: 1)];
        for (var i = 0; i < _blocks.Length; i++)
        {
            var bytes = data.Span(offset, (int)Math.Min(BlockPacked.MaxHeaderLength, end - offset));
            if (!BlockPacked.TryReadHeader(bytes, out var header)) PackedBlocks.ThrowNoHeader(data, offset, i);
            offset += header.Length;
            _blocks[i] = new Block(header.Minimum, offset, header.BitsPerValue);
            var valueCount = Math.Min(blockSize, count - ((long)i << _shift));
            offset = PackedBlocks.SkipRun(data, offset, end, valueCount, header.BitsPerValue);
        }
    }

    public override long Get(int docId) => Get((long)docId);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override long Get(long index)
    {
        ref readonly var block = ref _blocks[index >> _shift];
        if (block.BitsPerValue == 0) return block.Minimum;
        return block.Minimum + (long)PackedInput.Get(_data, block.Offset, index & _mask, block.BitsPerValue);
    }

    public override void GetAll(ReadOnlySpan<int> docIds, Span<long> values)
    {
        for (var i = 0; i < docIds.Length; i++) values[i] = Get((long)docIds[i]);
    }

    private readonly record struct Block(long Minimum, long Offset, int BitsPerValue);
}

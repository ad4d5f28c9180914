using System.Buffers;

namespace NewsSearch.Lucene.Indexing;

/// <summary>
/// Memory that only grows, in blocks of 64 KiB, until it is given back as a whole. An address is the number of the byte;
/// no allocation crosses a block.
/// </summary>
internal sealed class ByteArena : IDisposable
{
    public const int BlockSize = 1 << BlockBits;

    private const int BlockBits = 16;
    private const int MaxBlocks = int.MaxValue / BlockSize;

    private byte[][] _blocks = [];
    private int _blockCount;
    private int _usedInBlock = BlockSize;

    /// <summary>Bytes held.</summary>
    public long AllocatedBytes => (long)_blockCount * BlockSize;

    /// <summary>Reserves bytes that read as zero.</summary>
    /// <param name="size">At most <see cref="BlockSize"/>.</param>
    public int Allocate(int size)
    {
        if (_usedInBlock + size > BlockSize) AddBlock();
        var address = ((_blockCount - 1) << BlockBits) + _usedInBlock;
        _usedInBlock += size;
        return address;
    }

    /// <summary>The bytes from an address to the end of its block.</summary>
    public Span<byte> At(int address) => _blocks[address >> BlockBits].AsSpan(address & (BlockSize - 1));

    public void Dispose()
    {
        for (var i = 0; i < _blockCount; i++) ArrayPool<byte>.Shared.Return(_blocks[i]);
        _blocks = [];
        _blockCount = 0;
        _usedInBlock = BlockSize;
    }

    private void AddBlock()
    {
        if (_blockCount == MaxBlocks) throw new InsufficientMemoryException("A segment buffer holds at most 2 GiB; flush earlier.");
        if (_blockCount == _blocks.Length) Array.Resize(ref _blocks, Math.Max(16, _blockCount * 2));
        var block = ArrayPool<byte>.Shared.Rent(BlockSize);
        Array.Clear(block);
        _blocks[_blockCount++] = block;
        _usedInBlock = 0;
    }
}

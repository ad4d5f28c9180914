using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NewsSearch.Lucene.Indexing;

/// <summary>
/// Memory that only grows, in blocks of 64 KiB, until it is given back as a whole. An address is the number of the byte, from 1 and a
/// multiple of <see cref="Alignment"/>; no allocation crosses a block, and none moves.
/// </summary>
internal sealed unsafe class ByteArena : IDisposable
{
    public const int BlockSize = 1 << BlockBits;

    /// <summary>Every address is a multiple of it, so that its lower bits are free for other use.</summary>
    public const int Alignment = 16;

    private const int BlockBits = 16;
    private const int MaxBlocks = int.MaxValue / BlockSize;

    private readonly ArenaBlocks _pool = ArenaBlocks.Shared;
    private byte*[] _blocks = [];
    private int _blockCount;
    private int _usedInBlock = BlockSize;

    /// <summary>Bytes held.</summary>
    public long AllocatedBytes => (long)_blockCount * BlockSize;

    /// <summary>Reserves bytes; they hold anything.</summary>
    /// <param name="size">At most <see cref="BlockSize"/>.</param>
    public int Allocate(int size)
    {
        while (_usedInBlock + size > BlockSize) AddBlock();
        var address = ((_blockCount - 1) << BlockBits) + _usedInBlock;
        _usedInBlock += (size + Alignment - 1) & -Alignment;
        return address;
    }

    /// <summary>The bytes from an address to the end of its block.</summary>
    public Span<byte> At(int address)
    {
        var offset = address & (BlockSize - 1);
        return new Span<byte>(_blocks[address >> BlockBits] + offset, BlockSize - offset);
    }

    /// <summary>The byte at an address.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref byte ByteAt(int address) => ref _blocks[address >> BlockBits][(uint)address & (BlockSize - 1)];

    /// <summary>Lets the processor fetch what is at an address.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int address)
    {
        if (Sse.IsSupported) Sse.Prefetch0(_blocks[address >> BlockBits] + (address & (BlockSize - 1)));
    }

    public void Dispose()
    {
        for (var i = 0; i < _blockCount; i++) _pool.Return(_blocks[i]);
        _blocks = [];
        _blockCount = 0;
        _usedInBlock = BlockSize;
    }

    private void AddBlock()
    {
        if (_blockCount == MaxBlocks) throw new InsufficientMemoryException("A segment buffer holds at most 2 GiB; flush earlier.");
        if (_blockCount == _blocks.Length)
        {
            var blocks = new byte*[Math.Max(16, _blockCount * 2)];
            _blocks.CopyTo(blocks, 0);
            _blocks = blocks;
        }

        _blocks[_blockCount++] = _pool.Rent();
        // Address 0 stands for none.
        _usedInBlock = _blockCount == 1 ? Alignment : 0;
    }
}

using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Indexing;

/// <summary>
/// Blocks of arenas that are free, for the next arena: a buffer of documents takes and returns a thousand at once. They lie outside of the
/// collected heap, in pieces of one huge page: a buffer is read and written all over, and with pages of 4 KiB most of that would wait for
/// their addresses. Thread-safe.
/// </summary>
/// <remarks>Only arenas keep it alive: when there has been none for a while, a collection gives the memory back.</remarks>
internal sealed unsafe class ArenaBlocks
{
    private const nuint HugePage = 2 << 20;

    private static readonly WeakReference<ArenaBlocks> s_shared = new(new ArenaBlocks());

    private readonly ConcurrentBag<nint> _free = [];
    private readonly ConcurrentBag<nint> _pages = [];

    ~ArenaBlocks()
    {
        foreach (var page in _pages) NativeMemory.AlignedFree((void*)page);
    }

    /// <summary>The blocks of this process.</summary>
    public static ArenaBlocks Shared
    {
        get
        {
            lock (s_shared)
            {
                if (!s_shared.TryGetTarget(out var shared)) s_shared.SetTarget(shared = new ArenaBlocks());
                return shared;
            }
        }
    }

    /// <summary>A block of <see cref="ByteArena.BlockSize"/> bytes, which hold anything; to be returned before this is let go.</summary>
    public byte* Rent()
    {
        if (_free.TryTake(out var block)) return (byte*)block;
        var page = (byte*)NativeMemory.AlignedAlloc(HugePage, HugePage);
        MemoryAdvice.UseHugePages(page, HugePage);
        _pages.Add((nint)page);
        for (var at = ByteArena.BlockSize; at < (int)HugePage; at += ByteArena.BlockSize) _free.Add((nint)(page + at));
        return page;
    }

    public void Return(byte* block) => _free.Add((nint)block);
}

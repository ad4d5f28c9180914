using System.Collections.Concurrent;

namespace NewsSearch.Lucene.Indexing;

/// <summary>
/// Blocks of arenas that are free, for the next arena: a buffer of documents takes and returns a thousand at once, which is more than the
/// runtime's pool of arrays keeps. They never move, so that no collection copies them. Thread-safe.
/// </summary>
/// <remarks>Only arenas keep it alive: when there has been none for a while, a collection takes the blocks.</remarks>
internal sealed class ArenaBlocks
{
    private static readonly WeakReference<ArenaBlocks> s_shared = new(new ArenaBlocks());

    private readonly ConcurrentBag<byte[]> _free = [];

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

    /// <summary>A block of <see cref="ByteArena.BlockSize"/> bytes, which hold anything.</summary>
    public byte[] Rent() => _free.TryTake(out var block) ? block : GC.AllocateUninitializedArray<byte>(ByteArena.BlockSize, pinned: true);

    public void Return(byte[] block) => _free.Add(block);
}

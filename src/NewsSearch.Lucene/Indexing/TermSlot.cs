using System.Runtime.CompilerServices;

namespace NewsSearch.Lucene.Indexing;

/// <summary>
/// A term in a buffer: what it is, and where its occurrences are. The only occurrence of a term, which half of all terms have, is
/// the last one here; the others take memory beside the slot.
/// </summary>
/// <remarks>Half a line of the processor's cache.</remarks>
internal struct TermSlot
{
    public const int Size = 32;

    /// <summary>Of a short term its characters; of a long one its hash, and the address of its bytes.</summary>
    public ulong Key;
    public OccurrenceStream Occurrences;
    public int LastDocId;
    public int LastPosition;
    public int LastOffset;

    /// <summary>The slot at an address.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref TermSlot At(ByteArena arena, int address) => ref Unsafe.As<byte, TermSlot>(ref arena.ByteAt(address));
}

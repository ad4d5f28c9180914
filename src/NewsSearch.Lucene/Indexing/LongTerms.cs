using System.Buffers.Binary;

namespace NewsSearch.Lucene.Indexing;

/// <summary>Terms by their bytes, which lie in the arena after their length.</summary>
internal sealed class LongTerms(ByteArena arena) : TermTable(arena)
{
    private const int LengthBytes = 2;

    /// <summary>What look-ups and <see cref="TermTable.PrefetchEntry"/> want.</summary>
    public static uint Hash(ReadOnlySpan<byte> bytes) => ByteHash.Of(bytes);

    /// <summary>The bytes of a slot's term.</summary>
    public ReadOnlySpan<byte> Term(ulong key)
    {
        var bytes = Arena.At((int)key);
        return bytes.Slice(LengthBytes, BinaryPrimitives.ReadUInt16LittleEndian(bytes));
    }

    /// <summary>The address of the slot of a term, or 0.</summary>
    public int Find(ReadOnlySpan<byte> term) => Find(term, Hash(term), out _);

    /// <summary>The address of the slot of a term, a new one if it is new.</summary>
    /// <param name="term">At most 65,533 bytes.</param>
    /// <param name="hash">Its <see cref="Hash"/>.</param>
    public int FindOrAdd(ReadOnlySpan<byte> term, uint hash)
    {
        var slot = Find(term, hash, out var place);
        if (slot != 0) return slot;
        var address = Arena.Allocate(LengthBytes + term.Length);
        var target = Arena.At(address);
        BinaryPrimitives.WriteUInt16LittleEndian(target, checked((ushort)term.Length));
        term.CopyTo(target[LengthBytes..]);
        return AddSlot((ulong)hash << 32 | (uint)address, hash, place);
    }

    /// <summary>The addresses of all slots in the order of the terms' bytes.</summary>
    public int[] Sorted()
    {
        var addresses = Addresses();
        var prefixes = new ulong[addresses.Length];
        for (var i = 0; i < prefixes.Length; i++) prefixes[i] = Prefix(TermOf(addresses[i]));

        // Eight bytes decide most comparisons; only runs of one prefix are compared in full.
        Array.Sort(prefixes, addresses);
        for (var start = 0; start < addresses.Length;)
        {
            var end = start + 1;
            while (end < addresses.Length && prefixes[end] == prefixes[start]) end++;
            if (end - start > 1) addresses.AsSpan(start, end - start).Sort((left, right) => TermOf(left).SequenceCompareTo(TermOf(right)));
            start = end;
        }

        return addresses;
    }

    protected override uint HashOf(ulong key) => (uint)(key >> 32);

    private static ulong Prefix(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= 8) return BinaryPrimitives.ReadUInt64BigEndian(bytes);
        Span<byte> padded = stackalloc byte[8];
        padded.Clear();
        bytes.CopyTo(padded);
        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }

    private ReadOnlySpan<byte> TermOf(int address) => Term(TermSlot.At(Arena, address).Key);

    private int Find(ReadOnlySpan<byte> term, uint hash, out int place)
    {
        place = -1;
        while (NextCandidate(hash, ref place) is var address and not 0)
        {
            var key = TermSlot.At(Arena, address).Key;
            if (HashOf(key) == hash && Term(key).SequenceEqual(term)) return address;
        }

        return 0;
    }
}

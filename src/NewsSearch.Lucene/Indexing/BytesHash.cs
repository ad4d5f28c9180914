using System.Buffers.Binary;

namespace NewsSearch.Lucene.Indexing;

/// <summary>Numbers distinct byte strings in the order of their first appearance.</summary>
internal sealed class BytesHash(ByteArena arena)
{
    private const int Free = -1;
    private const int LengthBytes = 2;

    private int[] _slots = NewSlots(1 << 8);
    private int[] _addresses = new int[1 << 7];
    private int[] _hashes = new int[1 << 7];

    /// <summary>Number of distinct strings; their numbers are 0 to this, exclusive.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes held beside those in the arena.</summary>
    public long AllocatedBytes => 4L * (_slots.Length + _addresses.Length + _hashes.Length);

    /// <summary>The string of that number.</summary>
    public ReadOnlySpan<byte> this[int id]
    {
        get
        {
            var bytes = arena.At(_addresses[id]);
            return bytes.Slice(LengthBytes, BinaryPrimitives.ReadUInt16LittleEndian(bytes));
        }
    }

    /// <summary>The number of the string, a new one if it is new.</summary>
    /// <param name="bytes">At most 65,533 bytes.</param>
    public int Add(ReadOnlySpan<byte> bytes)
    {
        var hash = (int)ByteHash.Of(bytes);
        var slot = FindSlot(bytes, hash);
        if (_slots[slot] != Free) return _slots[slot];

        var id = Count++;
        if (id == _addresses.Length)
        {
            Array.Resize(ref _addresses, id * 2);
            Array.Resize(ref _hashes, id * 2);
        }

        var address = arena.Allocate(LengthBytes + bytes.Length);
        var target = arena.At(address);
        BinaryPrimitives.WriteUInt16LittleEndian(target, checked((ushort)bytes.Length));
        bytes.CopyTo(target[LengthBytes..]);
        _addresses[id] = address;
        _hashes[id] = hash;
        _slots[slot] = id;
        if (Count * 2 > _slots.Length) Rehash();
        return id;
    }

    /// <summary>The numbers of all strings in the order of their bytes.</summary>
    public int[] SortedIds()
    {
        var ids = new int[Count];
        var prefixes = new ulong[Count];
        for (var id = 0; id < Count; id++)
        {
            ids[id] = id;
            prefixes[id] = Prefix(this[id]);
        }

        // Eight bytes decide most comparisons; only runs of one prefix are compared in full.
        Array.Sort(prefixes, ids);
        for (var start = 0; start < ids.Length;)
        {
            var end = start + 1;
            while (end < ids.Length && prefixes[end] == prefixes[start]) end++;
            if (end - start > 1) ids.AsSpan(start, end - start).Sort((a, b) => this[a].SequenceCompareTo(this[b]));
            start = end;
        }

        return ids;
    }

    private static ulong Prefix(ReadOnlySpan<byte> bytes)
    {
        Span<byte> padded = stackalloc byte[8];
        padded.Clear();
        bytes[..Math.Min(8, bytes.Length)].CopyTo(padded);
        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }

    private static int[] NewSlots(int count)
    {
        var slots = new int[count];
        Array.Fill(slots, Free);
        return slots;
    }

    private int FindSlot(ReadOnlySpan<byte> bytes, int hash)
    {
        var mask = _slots.Length - 1;
        var slot = hash & mask;
        while (_slots[slot] is var id && id != Free && !(_hashes[id] == hash && this[id].SequenceEqual(bytes)))
            slot = (slot + 1) & mask;
        return slot;
    }

    private void Rehash()
    {
        _slots = NewSlots(_slots.Length * 2);
        var mask = _slots.Length - 1;
        for (var id = 0; id < Count; id++)
        {
            var slot = _hashes[id] & mask;
            while (_slots[slot] != Free) slot = (slot + 1) & mask;
            _slots[slot] = id;
        }
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NewsSearch.Lucene.Indexing;

/// <summary>
/// An open-addressed table of term slots: four bytes an entry, the address of the slot and some bits of its hash, so that entries of other
/// terms are passed over without a look at their slots.
/// </summary>
internal abstract class TermTable(ByteArena arena)
{
    private const int TagMask = TermSlot.Size - 1;
    private const int TagShift = 27;
    private const int SlotsOfPage = 32;

    private int[] _entries = new int[1 << 7];
    private int _nextSlot;
    private int _slotsLeft;

    /// <summary>Number of terms.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes held beside those in the arena.</summary>
    public long AllocatedBytes => (long)_entries.Length * sizeof(int);

    protected ByteArena Arena { get; } = arena;

    /// <summary>Lets the processor fetch where a look-up begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void PrefetchEntry(uint hash)
    {
        // The array may move meanwhile, and then a place is fetched that nobody needs.
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref _entries[PlaceOf(hash)]));
    }

    /// <summary>Lets the processor fetch the slot that a look-up will most probably find.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PrefetchSlot(uint hash)
    {
        var entry = _entries[PlaceOf(hash)];
        if (entry != 0) Arena.Prefetch(entry & ~TagMask);
    }

    /// <summary>The addresses of all slots.</summary>
    protected int[] Addresses()
    {
        var addresses = new int[Count];
        var count = 0;
        foreach (var entry in _entries)
            if (entry != 0) addresses[count++] = entry & ~TagMask;
        return addresses;
    }

    /// <summary>The next slot with a hash: begins with a place of -1 and leaves off at the place of the slot, or at a free one.</summary>
    /// <returns>The address of the slot, or 0 if there is none left.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected int NextCandidate(uint hash, ref int place)
    {
        var entries = _entries;
        var tag = (int)(hash >> TagShift);
        for (place = place < 0 ? PlaceOf(hash) : (place + 1) & (entries.Length - 1);; place = (place + 1) & (entries.Length - 1))
        {
            var entry = entries[place];
            if (entry == 0) return 0;
            if ((entry & TagMask) == tag) return entry & ~TagMask;
        }
    }

    /// <summary>Adds a slot at a place that is free.</summary>
    protected int AddSlot(ulong key, uint hash, int place)
    {
        if (_slotsLeft == 0) AddPage();
        var address = _nextSlot;
        _nextSlot += TermSlot.Size;
        _slotsLeft--;
        TermSlot.At(Arena, address) = new TermSlot { Key = key, LastDocId = -1 };
        _entries[place] = address | (int)(hash >> TagShift);
        if (++Count * 3 >= _entries.Length * 2) Grow();
        return address;
    }

    /// <summary>The hash of a slot's key, all bits of which are used.</summary>
    protected abstract uint HashOf(ulong key);

    private void AddPage()
    {
        var page = Arena.Allocate(SlotsOfPage * TermSlot.Size + TermSlot.Size - ByteArena.Alignment);
        _nextSlot = (page + TermSlot.Size - 1) & -TermSlot.Size;
        _slotsLeft = SlotsOfPage;
    }

    private void Grow()
    {
        var old = _entries;
        _entries = new int[old.Length * 2];
        foreach (var entry in old)
        {
            if (entry == 0) continue;
            var place = PlaceOf(HashOf(TermSlot.At(Arena, entry & ~TagMask).Key));
            while (_entries[place] != 0) place = (place + 1) & (_entries.Length - 1);
            _entries[place] = entry;
        }
    }

    private int PlaceOf(uint hash) => (int)hash & (_entries.Length - 1);
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace NewsSearch.Lucene.Indexing;

/// <summary>
/// The numbers of terms of up to four UTF-16 units, which nearly all are in Chinese, by these units as one number: to look a term up takes one
/// place of memory, where its bytes would take three.
/// </summary>
internal sealed class ShortTerms
{
    private const int MaxLength = 4;
    private const int UnitBits = 16;

    private Entry[] _entries = new Entry[1 << 7];
    private int _count;

    /// <summary>Bytes held.</summary>
    public long AllocatedBytes => (long)_entries.Length * Unsafe.SizeOf<Entry>();

    /// <summary>The units of a term as one number, never 0; none for a longer term, or one that ends with U+0000.</summary>
    public static bool TryGetKey(ReadOnlySpan<char> term, out ulong key)
    {
        key = 0;
        if (term.Length is 0 or > MaxLength || term[^1] == 0) return false;
        for (var i = term.Length - 1; i >= 0; i--) key = key << UnitBits | term[i];
        return true;
    }

    /// <summary>Writes the units of a key and returns how many they are.</summary>
    /// <param name="key">Of <see cref="TryGetKey"/>.</param>
    /// <param name="term">At least four units.</param>
    public static int WriteTerm(ulong key, Span<char> term)
    {
        var length = 0;
        for (; key != 0; key >>= UnitBits) term[length++] = (char)key;
        return length;
    }

    /// <summary>Lets the processor fetch what <see cref="Find"/> will need.</summary>
    public unsafe void Prefetch(ulong key)
    {
        // The array may move meanwhile, and then a place is fetched that nobody needs.
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref _entries[PlaceOf(key)]));
    }

    /// <summary>The number of a key, or -1.</summary>
    public int Find(ulong key)
    {
        var entries = _entries;
        for (var i = PlaceOf(key);; i = (i + 1) & (entries.Length - 1))
        {
            ref var entry = ref entries[i];
            if (entry.Key == key) return entry.Id;
            if (entry.Key == 0) return -1;
        }
    }

    /// <summary>Adds a key that is not there yet.</summary>
    public void Add(ulong key, int id)
    {
        if (_count * 3 >= _entries.Length * 2) Grow();
        Put(key, id);
        _count++;
    }

    private void Grow()
    {
        var old = _entries;
        _entries = new Entry[old.Length * 2];
        foreach (ref var entry in old.AsSpan())
            if (entry.Key != 0) Put(entry.Key, entry.Id);
    }

    private void Put(ulong key, int id)
    {
        var i = PlaceOf(key);
        while (_entries[i].Key != 0) i = (i + 1) & (_entries.Length - 1);
        _entries[i] = new Entry { Key = key, Id = id };
    }

    private int PlaceOf(ulong key)
    {
        key *= 0x9E3779B97F4A7C15UL;
        return (int)(key >> 32 ^ key >> 52) & (_entries.Length - 1);
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Entry
    {
        public ulong Key;
        public int Id;
    }
}

using System.Runtime.CompilerServices;

namespace NewsSearch.Lucene.Indexing;

/// <summary>
/// Terms of up to four UTF-16 units, which nearly all are in Chinese, by these units as one number: to compare two takes no look at
/// their bytes.
/// </summary>
internal sealed class ShortTerms(ByteArena arena) : TermTable(arena)
{
    /// <summary>The most bytes that a short term has as UTF-8.</summary>
    public const int MaxBytes = 12;

    private const int MaxLength = 4;
    private const int UnitBits = 16;

    /// <summary>
    /// The units of a term as one number, never 0. None for a longer term, for one that ends with U+0000, for one with surrogates or with
    /// U+FFFD, which surrogates without a partner become: one term must have one key.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryGetKey(ReadOnlySpan<char> term, out ulong key)
    {
        key = 0;
        if (term.Length is 0 or > MaxLength || term[^1] == 0) return false;
        for (var i = term.Length - 1; i >= 0; i--)
        {
            var unit = term[i];
            if (char.IsSurrogate(unit) || unit == '\uFFFD') return false;
            key = key << UnitBits | unit;
        }

        return true;
    }

    /// <summary>Writes the term of a key as UTF-8 and returns its length.</summary>
    /// <param name="key">Of <see cref="TryGetKey"/>.</param>
    /// <param name="term">At least <see cref="MaxBytes"/>.</param>
    public static int WriteTerm(ulong key, Span<byte> term)
    {
        var length = 0;
        for (; key != 0; key >>= UnitBits)
        {
            var unit = (ushort)key;
            if (unit < 0x80)
            {
                term[length++] = (byte)unit;
                continue;
            }

            if (unit < 0x800)
            {
                term[length++] = (byte)(0xC0 | unit >> 6);
            }
            else
            {
                term[length++] = (byte)(0xE0 | unit >> 12);
                term[length++] = (byte)(0x80 | unit >> 6 & 0x3F);
            }

            term[length++] = (byte)(0x80 | unit & 0x3F);
        }

        return length;
    }

    /// <summary>What <see cref="TermTable.PrefetchEntry"/> wants.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Hash(ulong key)
    {
        key *= 0x9E3779B97F4A7C15UL;
        return (uint)(key >> 32 ^ key >> 52);
    }

    /// <summary>The address of the slot of a key, or 0.</summary>
    public int Find(ulong key) => Find(key, Hash(key), out _);

    /// <summary>The address of the slot of a key, a new one if it is new.</summary>
    public int FindOrAdd(ulong key)
    {
        var hash = Hash(key);
        var address = Find(key, hash, out var place);
        return address != 0 ? address : AddSlot(key, hash, place);
    }

    /// <summary>The addresses of all slots in the order of the terms' bytes.</summary>
    public int[] Sorted()
    {
        var addresses = Addresses();
        var keys = new ulong[addresses.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = FirstUnitHighest(TermSlot.At(Arena, addresses[i]).Key);
        // Without surrogates the order of the units is that of the bytes.
        Array.Sort(keys, addresses);
        return addresses;
    }

    protected override uint HashOf(ulong key) => Hash(key);

    private static ulong FirstUnitHighest(ulong key) =>
        key << 3 * UnitBits | (key & 0xFFFF_0000) << UnitBits | (key >> UnitBits & 0xFFFF_0000) | key >> 3 * UnitBits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(ulong key, uint hash, out int place)
    {
        place = -1;
        while (NextCandidate(hash, ref place) is var address and not 0)
            if (TermSlot.At(Arena, address).Key == key) return address;
        return 0;
    }
}

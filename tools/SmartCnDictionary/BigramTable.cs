namespace SmartCnDictionary;

/// <summary>
/// The bigrams of bigramdict.mem: a hash table (long[], 0 for an empty slot) with the counts beside it (int[]). The words themselves
/// are not in it, only the 64-bit hash of "left@right".
/// </summary>
internal sealed class BigramTable
{
    private const long HashStart = -3750763034362895579L;
    private const long HashFactor = 1099511628211L;
    private const int FilterBits = 22;

    private readonly Dictionary<long, int> _counts;
    private readonly ulong[] _filter = new ulong[1 << (FilterBits - 6)];

    private BigramTable(Dictionary<long, int> counts)
    {
        _counts = counts;
        foreach (var hash in counts.Keys) _filter[FilterBit(hash) >> 6] |= 1UL << FilterBit(hash);
    }

    public int Count => _counts.Count;

    public static BigramTable Read(JavaArrayReader reader)
    {
        var hashes = (long[])reader.ReadArray()!;
        var counts = (int[])reader.ReadArray()!;
        var table = new Dictionary<long, int>();
        for (var i = 0; i < hashes.Length; i++)
        {
            if (hashes[i] != 0) table.Add(hashes[i], counts[i]);
        }

        return new BigramTable(table);
    }

    /// <summary>Goes on with a hash: FNV-1a over the low and the high byte of each character.</summary>
    public static long Hash(ReadOnlySpan<char> text, long hash = HashStart)
    {
        foreach (var c in text)
        {
            hash = unchecked((hash ^ (c & 0xFF)) * HashFactor);
            hash = unchecked((hash ^ (c >> 8)) * HashFactor);
        }

        return hash;
    }

    public bool TryGetCount(long hash, out int count)
    {
        count = 0;
        var bit = FilterBit(hash);
        return (_filter[bit >> 6] & 1UL << bit) != 0 && _counts.TryGetValue(hash, out count);
    }

    private static int FilterBit(long hash) => (int)((ulong)hash >> (64 - FilterBits));
}

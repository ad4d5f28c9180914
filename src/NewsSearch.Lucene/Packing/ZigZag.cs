namespace NewsSearch.Lucene.Packing;

/// <summary>Signed integers as unsigned ones with small absolute values first: 0, -1, 1, -2 become 0, 1, 2, 3.</summary>
internal static class ZigZag
{
    public static ulong Encode(long value) => (ulong)(value >> 63 ^ value << 1);

    public static long Decode(ulong value) => (long)(value >> 1) ^ -(long)(value & 1);
}

using System.Buffers.Binary;

namespace NewsSearch.Lucene.Packing;

/// <summary>
/// Integers of 0 to 64 bits each in a row, most significant bit first, without gaps: Lucene's format PACKED. A run of n
/// values takes the bytes needed for n * bitsPerValue bits.
/// </summary>
/// <remarks>Source: Lucene 4.8, org.apache.lucene.util.packed.PackedInts.Format.PACKED (API documentation).</remarks>
internal static class PackedBits
{
    /// <summary>Bytes of that many values.</summary>
    public static long ByteCount(long valueCount, int bitsPerValue) => (valueCount * bitsPerValue + 7) >> 3;

    /// <summary>The bits that the value needs; 1 for 0, as Lucene's PackedInts.bitsRequired counts.</summary>
    public static int BitsRequired(ulong maximum) => Math.Max(1, 64 - System.Numerics.BitOperations.LeadingZeroCount(maximum));

    /// <summary>One value of a run.</summary>
    public static ulong Get(ReadOnlySpan<byte> run, long index, int bitsPerValue)
    {
        if (bitsPerValue == 0) return 0;
        var firstBit = index * bitsPerValue;
        var at = (int)(firstBit >> 3);
        var skip = (int)(firstBit & 7);
        if (skip + bitsPerValue <= 64 && at + 8 <= run.Length)
            return BinaryPrimitives.ReadUInt64BigEndian(run[at..]) << skip >> (64 - bitsPerValue);
        return GetAcrossBytes(run, at, skip, bitsPerValue);
    }

    /// <summary>The first values of a run, as many as the destination takes.</summary>
    public static void Decode(ReadOnlySpan<byte> run, int bitsPerValue, Span<long> destination)
    {
        for (var i = 0; i < destination.Length; i++) destination[i] = (long)Get(run, i, bitsPerValue);
    }

    /// <summary>Packs the values; the bytes of the run must be zero before.</summary>
    public static void Encode(ReadOnlySpan<long> values, int bitsPerValue, Span<byte> run)
    {
        var bit = 0L;
        foreach (var value in values)
        {
            var left = bitsPerValue;
            while (left > 0)
            {
                var room = 8 - (int)(bit & 7);
                var take = Math.Min(room, left);
                var piece = (byte)((ulong)value >> (left - take) & (1UL << take) - 1);
                run[(int)(bit >> 3)] |= (byte)(piece << (room - take));
                bit += take;
                left -= take;
            }
        }
    }

    private static ulong GetAcrossBytes(ReadOnlySpan<byte> run, int at, int skip, int bitsPerValue)
    {
        var left = bitsPerValue;
        var value = 0UL;
        while (left > 0)
        {
            var room = 8 - skip;
            var take = Math.Min(room, left);
            value = value << take | ((uint)run[at] >> (room - take) & (1u << take) - 1);
            left -= take;
            skip = 0;
            at++;
        }

        return value;
    }
}

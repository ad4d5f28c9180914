using System.Buffers.Binary;

namespace NewsSearch.Lucene.Packing;

/// <summary>Writes the runs of <see cref="PackedBits"/> eight bytes at a time.</summary>
/// <remarks><see cref="PackedBits.Encode"/> is the plain version, and the tests compare the two.</remarks>
internal static class PackedBitsEncoder
{
    /// <summary>Packs each value less the minimum.</summary>
    /// <param name="values">Each from the minimum to the minimum + 2^bitsPerValue - 1.</param>
    /// <param name="minimum">What is taken off each value.</param>
    /// <param name="bitsPerValue">1 to 64.</param>
    /// <param name="run">Takes the bytes, at least <see cref="PackedBits.ByteCount"/>; what stood there is overwritten.</param>
    /// <returns>Number of bytes written.</returns>
    public static int Encode(ReadOnlySpan<long> values, long minimum, int bitsPerValue, Span<byte> run)
    {
        var at = 0;
        var word = 0UL;
        var free = 64;
        foreach (var value in values)
        {
            var bits = (ulong)(value - minimum);
            if (bitsPerValue < free)
            {
                free -= bitsPerValue;
                word |= bits << free;
                continue;
            }

            var spill = bitsPerValue - free;
            BinaryPrimitives.WriteUInt64BigEndian(run[at..], word | bits >> spill);
            at += 8;
            free = 64 - spill;
            // A shift by 64 is a shift by 0 to the processor, so a word without spill needs a case of its own.
            word = spill == 0 ? 0 : bits << free;
        }

        for (; free < 64; free += 8, word <<= 8) run[at++] = (byte)(word >> 56);
        return at;
    }

    /// <summary>As above, values of up to 32 bits, whose signs count as bits, with nothing taken off.</summary>
    /// <param name="values">Each less than 2^bitsPerValue.</param>
    /// <param name="bitsPerValue">1 to 32.</param>
    /// <param name="run">Takes the bytes, at least <see cref="PackedBits.ByteCount"/>; what stood there is overwritten.</param>
    /// <returns>Number of bytes written.</returns>
    public static int Encode(ReadOnlySpan<int> values, int bitsPerValue, Span<byte> run)
    {
        var at = 0;
        var word = 0UL;
        var used = 0;
        foreach (var value in values)
        {
            // The last bits of the word are the newest; with 32 or fewer waiting there is always room for one more.
            word = word << bitsPerValue | (uint)value;
            used += bitsPerValue;
            if (used < 32) continue;
            used -= 32;
            BinaryPrimitives.WriteUInt32BigEndian(run[at..], (uint)(word >> used));
            at += 4;
        }

        if (used > 0) word <<= 64 - used;
        for (; used > 0; used -= 8, word <<= 8) run[at++] = (byte)(word >> 56);
        return at;
    }
}

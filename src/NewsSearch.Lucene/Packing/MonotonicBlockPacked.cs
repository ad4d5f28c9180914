using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace NewsSearch.Lucene.Packing;

/// <summary>
/// Ascending integers in blocks, each packed as the distances of its values from a straight line. Grammar: FORMAT.md
/// beside this file.
/// </summary>
/// <remarks>
/// Source: Lucene 4.8, org.apache.lucene.util.packed.MonotonicBlockPackedWriter (API documentation). Lucene 4.9 counts
/// the distances from the lowest point of the line instead; such files name a higher version of packed integers.
/// </remarks>
internal static class MonotonicBlockPacked
{
    /// <summary>The longest header.</summary>
    public const int MaxHeaderLength = 9 /* minimum */ + 4 /* average */ + 1 /* bits per value */;

    /// <summary>Room for a block of that many values, whatever they are.</summary>
    public static int MaxByteCount(int valueCount) => MaxHeaderLength + 8 * valueCount;

    /// <summary>Writes one block.</summary>
    /// <param name="values">At least one, not negative, ascending; overwritten by their distances.</param>
    /// <param name="destination">At least <see cref="MaxByteCount"/> bytes.</param>
    /// <returns>Number of bytes written.</returns>
    public static int Encode(Span<long> values, Span<byte> destination)
    {
        var minimum = values[0];
        var average = values.Length == 1 ? 0f : (float)(values[^1] - minimum) / (values.Length - 1);
        var widest = 0UL;
        for (var i = 0; i < values.Length; i++)
        {
            var distance = ZigZag.Encode(values[i] - Expected(minimum, average, i));
            widest |= distance;
            values[i] = (long)distance;
        }

        var bitsPerValue = widest == 0 ? 0 : PackedBits.BitsRequired(widest);
        var at = WriteVLong(minimum, destination);
        BinaryPrimitives.WriteSingleBigEndian(destination[at..], average);
        at += 4;
        destination[at++] = (byte)bitsPerValue;
        if (bitsPerValue > 0) at += PackedBitsEncoder.Encode(values, 0, bitsPerValue, destination[at..]);
        return at;
    }

    /// <summary>Reads the header of a block.</summary>
    /// <returns>False if it is none, or cut off.</returns>
    public static bool TryReadHeader(ReadOnlySpan<byte> bytes, out MonotonicBlockPackedHeader header)
    {
        header = default;
        var at = ReadVLong(bytes, out var minimum);
        if (at == 0 || bytes.Length < at + 5) return false;
        var average = BinaryPrimitives.ReadSingleBigEndian(bytes[at..]);
        at += 4;
        var bitsPerValue = bytes[at++];
        if (bitsPerValue > 64 || !float.IsFinite(average)) return false;
        header = new MonotonicBlockPackedHeader(at, bitsPerValue, minimum, average);
        return true;
    }

    /// <summary>Where the line is at an index in the block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Expected(long minimum, float average, int index) => minimum + (long)(average * index);

    private static int WriteVLong(long value, Span<byte> destination)
    {
        var at = 0;
        var rest = (ulong)value;
        for (; rest >= 0x80; rest >>= 7) destination[at++] = (byte)(rest | 0x80);
        destination[at++] = (byte)rest;
        return at;
    }

    private static int ReadVLong(ReadOnlySpan<byte> bytes, out long value)
    {
        value = 0;
        for (var at = 0; at < Math.Min(9, bytes.Length); at++)
        {
            value |= (bytes[at] & 0x7FL) << 7 * at;
            if (bytes[at] < 0x80) return at + 1;
        }

        return 0;
    }
}

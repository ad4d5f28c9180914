namespace NewsSearch.Lucene.Packing;

/// <summary>
/// Integers in blocks, each packed with the bits that its own values need above their minimum. The last block holds the
/// rest and is not padded. Grammar: FORMAT.md beside this file.
/// </summary>
/// <remarks>Source: Lucene 4.8, org.apache.lucene.util.packed.BlockPackedWriter (API documentation).</remarks>
internal static class BlockPacked
{
    /// <summary>Block sizes are powers of two from this.</summary>
    public const int MinBlockSize = 64;

    /// <summary>Block sizes are powers of two up to this.</summary>
    public const int MaxBlockSize = 1 << 27;

    /// <summary>The longest header: a token and a minimum.</summary>
    public const int MaxHeaderLength = 1 /* token */ + 9 /* minimum */;

    private const int MinimumIsZero = 1;

    public static bool IsBlockSize(int blockSize) =>
        blockSize is >= MinBlockSize and <= MaxBlockSize && System.Numerics.BitOperations.IsPow2(blockSize);

    /// <summary>Room for a block of that many values, whatever they are.</summary>
    public static int MaxByteCount(int valueCount) => MaxHeaderLength + 8 * valueCount;

    /// <summary>Writes one block.</summary>
    /// <param name="values">At least one.</param>
    /// <param name="destination">At least <see cref="MaxByteCount"/> bytes.</param>
    /// <returns>Number of bytes written.</returns>
    public static int Encode(ReadOnlySpan<long> values, Span<byte> destination)
    {
        var (minimum, bitsPerValue) = Measure(values);
        destination[0] = (byte)(bitsPerValue << 1 | (minimum == 0 ? MinimumIsZero : 0));
        var at = 1;
        // The zig-zag of a minimum other than 0 is at least 1, so one less is stored.
        if (minimum != 0) at += WriteVLong(ZigZag.Encode(minimum) - 1, destination[at..]);
        if (bitsPerValue > 0) at += PackedBitsEncoder.Encode(values, minimum, bitsPerValue, destination[at..]);
        return at;
    }

    /// <summary>Reads the header of a block.</summary>
    /// <returns>False if it is none, or cut off.</returns>
    public static bool TryReadHeader(ReadOnlySpan<byte> bytes, out BlockPackedHeader header)
    {
        header = default;
        if (bytes.IsEmpty) return false;
        var bitsPerValue = bytes[0] >> 1;
        if (bitsPerValue > 64) return false;
        header = new BlockPackedHeader(1, bitsPerValue, 0);
        if ((bytes[0] & MinimumIsZero) != 0) return true;
        var length = ReadVLong(bytes[1..], out var stored);
        header = new BlockPackedHeader(1 + length, bitsPerValue, ZigZag.Decode(stored + 1));
        return length > 0;
    }

    private static (long Minimum, int BitsPerValue) Measure(ReadOnlySpan<long> values)
    {
        var minimum = long.MaxValue;
        var maximum = long.MinValue;
        foreach (var value in values)
        {
            minimum = Math.Min(minimum, value);
            maximum = Math.Max(maximum, value);
        }

        if (minimum == maximum) return (minimum, 0);
        var bitsPerValue = PackedBits.BitsRequired((ulong)(maximum - minimum));
        if (bitsPerValue == 64) return (0, 64);
        // A smaller minimum takes fewer bytes; the bits that are needed anyway decide how small it can be.
        if (minimum > 0) minimum = Math.Max(0, maximum - (long)((1UL << bitsPerValue) - 1));
        return (minimum, bitsPerValue);
    }

    // Unlike the VLong of IndexOutput this one has all 64 bits: eight groups of seven and a ninth byte with eight.
    private static int WriteVLong(ulong value, Span<byte> destination)
    {
        var at = 0;
        for (; value >= 0x80 && at < 8; value >>= 7) destination[at++] = (byte)(value | 0x80);
        destination[at++] = (byte)value;
        return at;
    }

    private static int ReadVLong(ReadOnlySpan<byte> bytes, out ulong value)
    {
        value = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            if (at == 8 || bytes[at] < 0x80)
            {
                value |= (ulong)bytes[at] << 7 * at;
                return at + 1;
            }

            value |= (bytes[at] & 0x7FUL) << 7 * at;
        }

        return 0;
    }
}

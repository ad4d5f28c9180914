namespace NewsSearch.Lucene.Packing;

/// <summary>
/// Floats squeezed into one byte: three bits of mantissa, five of exponent, with the zero point at 15, so that values from
/// about 6e-10 to 7.5e9 are kept to one significant digit. Norms are stored this way.
/// </summary>
/// <remarks>Source: Lucene 4.8, org.apache.lucene.util.SmallFloat.floatToByte315 (API documentation).</remarks>
internal static class SmallFloat
{
    private const int MantissaBits = 3;
    private const int ZeroExponent = 15;
    private const int DroppedBits = 24 /* mantissa and sign of a float */ - MantissaBits;
    private const int ZeroPoint = (63 - ZeroExponent) << MantissaBits;

    /// <summary>Rounds down to the next value that fits; negative values become 0, too large ones the largest.</summary>
    public static byte ToByte315(float value)
    {
        var bits = BitConverter.SingleToInt32Bits(value);
        var small = bits >> DroppedBits;
        if (small <= ZeroPoint) return bits <= 0 ? (byte)0 : (byte)1;
        return small >= ZeroPoint + 0x100 ? byte.MaxValue : (byte)(small - ZeroPoint);
    }

    public static float FromByte315(byte value) =>
        value == 0 ? 0 : BitConverter.Int32BitsToSingle((value << DroppedBits) + ((63 - ZeroExponent) << 24));
}

namespace NewsSearch.Lucene.Packing;

/// <summary>
/// Non-negative floats in one byte: the exponent and the first two digits of the mantissa, so that four values share each power
/// of two from about 5.8e-10 to 7.5e9. Values are cut off, not rounded. Bytes order as their values do when taken as unsigned.
/// </summary>
/// <remarks>Source: Lucene 4.8, org.apache.lucene.util.SmallFloat.floatToByte315 and byte315ToFloat (API documentation).</remarks>
internal static class SmallFloat
{
    private const int MantissaBits = 3;
    private const int ZeroExponent = 15;
    private const int Shift = 24 - MantissaBits;
    private const int Zero = (63 - ZeroExponent) << MantissaBits;

    /// <summary>
    /// The norm that Lucene's BM25 and default similarities keep of a field in a document: boost / sqrt(length) as one byte.
    /// </summary>
    /// <param name="boost">The field's boost in the document; 1 where there is none.</param>
    /// <param name="length">Number of the field's tokens, without those at the position of the token before (Lucene's discountOverlaps).</param>
    public static sbyte EncodeNorm(float boost, int length) => ToByte315(boost / (float)Math.Sqrt(length));

    /// <summary>The largest representable value that is not above the given one; 0 for negative ones, the smallest positive value for what is smaller.</summary>
    public static sbyte ToByte315(float value)
    {
        var bits = BitConverter.SingleToInt32Bits(value);
        var small = bits >> Shift;
        if (small <= Zero) return bits <= 0 ? (sbyte)0 : (sbyte)1;
        return small >= Zero + 0x100 ? (sbyte)-1 : (sbyte)(small - Zero);
    }

    /// <summary>The value of a byte; 0 for 0.</summary>
    public static float FromByte315(sbyte value) => value == 0
        ? 0
        : BitConverter.Int32BitsToSingle(((byte)value << Shift) + ((63 - ZeroExponent) << 24));
}

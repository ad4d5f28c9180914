using System.Text;

namespace NewsSearch.Lucene.Documents;

/// <summary>
/// Integers as terms whose order is that of the numbers, so that ranges of numbers are ranges of terms. A number becomes one term for each
/// precision, with ever more of its lowest bits left out; a range is then covered by few terms.
/// </summary>
/// <remarks>
/// Source: the "prefix coded" terms of Lucene's NumericUtils. A term is one byte, 0x20 (64 bits) or 0x60 (32 bits) plus the number of bits left out;
/// then the other bits, the sign bit inverted, 7 a byte, highest first. U. Schindler, M. Diepenbroek, "Generic XML-based framework for metadata
/// portals", Computers and Geosciences 34(12), 2008.
/// </remarks>
public static class TrieTerms
{
    /// <summary>Lucene's default for the bits by which precisions differ.</summary>
    public const int DefaultPrecisionStep = 4;

    private const int BitsPerByte = 7;
    private const int Int64Mark = 0x20;
    private const int Int32Mark = 0x60;

    /// <summary>The fields that index a 64-bit integer for ranges: one term for each precision. A document may have several numbers.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The number.</param>
    /// <param name="precisionStep">Bits by which precisions differ, from 1. Fewer make more terms and faster ranges; queries have to name the same.</param>
    public static IEnumerable<Field> Int64Fields(string field, long value, int precisionStep = DefaultPrecisionStep) =>
        Fields(field, 64, precisionStep, shift => EncodeInt64(value, shift));

    /// <summary>As <see cref="Int64Fields"/> for 32 bits.</summary>
    public static IEnumerable<Field> Int32Fields(string field, int value, int precisionStep = DefaultPrecisionStep) =>
        Fields(field, 32, precisionStep, shift => EncodeInt32(value, shift));

    /// <summary>The term of a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="shift">How many of its lowest bits are left out, 0 to 63.</param>
    internal static byte[] EncodeInt64(long value, int shift) => Encode((ulong)value ^ 1UL << 63, 64, Int64Mark, shift);

    /// <summary>The term of a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="shift">How many of its lowest bits are left out, 0 to 31.</param>
    internal static byte[] EncodeInt32(int value, int shift) => Encode((uint)value ^ 1U << 31, 32, Int32Mark, shift);

    private static byte[] Encode(ulong sortable, int bitCount, int mark, int shift)
    {
        var term = new byte[1 + (bitCount - shift + BitsPerByte - 1) / BitsPerByte];
        term[0] = (byte)(mark + shift);
        sortable >>= shift;
        for (var i = term.Length - 1; i > 0; i--, sortable >>= BitsPerByte) term[i] = (byte)(sortable & 0x7F);
        return term;
    }

    // All bytes are below 0x80, so the terms are text too.
    private static IEnumerable<Field> Fields(string field, int bitCount, int precisionStep, Func<int, byte[]> encode)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(precisionStep, 1);
        for (var shift = 0L; shift < bitCount; shift += precisionStep)
            yield return Field.Keyword(field, Encoding.ASCII.GetString(encode((int)shift)));
    }
}

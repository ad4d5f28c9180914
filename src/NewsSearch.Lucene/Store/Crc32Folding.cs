using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsSearch.Lucene.Store;

/// <summary>The checksum of <see cref="Crc32"/> by multiplication without carries, 64 bytes a step.</summary>
/// <remarks>
/// Method and constants: V. Gopal and others, "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction" (Intel, 2009): what
/// stands before is multiplied by the power of x that its distance is, modulo the polynomial, and added to what follows.
/// </remarks>
internal static class Crc32Folding
{
    /// <summary>The fewest bytes that can be folded.</summary>
    public const int MinLength = 64;

    /// <summary>Bytes come in multiples of it.</summary>
    public const int Step = 16;

    public static bool IsSupported => Pclmulqdq.IsSupported;

    /// <summary>Goes on with a checksum.</summary>
    /// <param name="crc">As the table version holds it, all bits the other way round.</param>
    /// <param name="bytes">At least <see cref="MinLength"/>, in multiples of <see cref="Step"/>.</param>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        var overFour = Vector128.Create(0x1_5444_2BD4, 0x1_C6E4_1596);
        var overOne = Vector128.Create(0x1_7519_97D0, 0x0_CCAA_009E);
        var a = Load(bytes, 0) ^ Vector128.CreateScalar((long)crc);
        var (b, c, d) = (Load(bytes, 16), Load(bytes, 32), Load(bytes, 48));
        for (bytes = bytes[64..]; bytes.Length >= 64; bytes = bytes[64..])
        {
            a = Fold(a, overFour) ^ Load(bytes, 0);
            b = Fold(b, overFour) ^ Load(bytes, 16);
            c = Fold(c, overFour) ^ Load(bytes, 32);
            d = Fold(d, overFour) ^ Load(bytes, 48);
        }

        a = Fold(a, overOne) ^ b;
        a = Fold(a, overOne) ^ c;
        a = Fold(a, overOne) ^ d;
        for (; !bytes.IsEmpty; bytes = bytes[Step..]) a = Fold(a, overOne) ^ Load(bytes, 0);
        return Reduce(a, overOne);
    }

    private static Vector128<long> Load(ReadOnlySpan<byte> bytes, int at) => Vector128.Create(bytes[at..]).AsInt64();

    private static Vector128<long> Fold(Vector128<long> value, Vector128<long> distance) =>
        Pclmulqdq.CarrylessMultiply(value, distance, 0x00) ^ Pclmulqdq.CarrylessMultiply(value, distance, 0x11);

    /// <summary>128 bits to 64, to 32 by Barrett's reduction.</summary>
    private static uint Reduce(Vector128<long> value, Vector128<long> overOne)
    {
        var lowHalves = Vector128.Create(uint.MaxValue, 0, uint.MaxValue, 0).AsInt64();
        value = Sse2.ShiftRightLogical128BitLane(value, 8) ^ Pclmulqdq.CarrylessMultiply(value, overOne, 0x10);
        var over32 = Vector128.CreateScalar(0x1_63CD_6124);
        value = Sse2.ShiftRightLogical128BitLane(value, 4) ^ Pclmulqdq.CarrylessMultiply(value & lowHalves, over32, 0x00);
        var polynomial = Vector128.Create(0x1_DB71_0641, 0x1_F701_1641);
        var quotient = Pclmulqdq.CarrylessMultiply(value & lowHalves, polynomial, 0x10) & lowHalves;
        return (value ^ Pclmulqdq.CarrylessMultiply(quotient, polynomial, 0x00)).AsUInt32()[1];
    }
}

using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsSearch.Lucene.Packing;

/// <summary>
/// Integers of up to 32 bits in words of 64, the first in the lowest bits, none across two words: Lucene's format
/// PACKED_SINGLE_BLOCK, faster and a little longer than <see cref="PackedBits"/>.
/// </summary>
/// <remarks>Source: Lucene 4.8, org.apache.lucene.util.packed.PackedInts.Format.PACKED_SINGLE_BLOCK (API documentation).</remarks>
internal static class PackedSingleBlock
{
    /// <summary>Whether the format exists for that width; the others waste as many bits as the next wider one.</summary>
    public static bool IsSupported(int bitsPerValue) => bitsPerValue is (>= 1 and <= 10) or 12 or 16 or 21 or 32;

    /// <summary>Bytes of that many values.</summary>
    public static long ByteCount(long valueCount, int bitsPerValue)
    {
        var perWord = 64 / bitsPerValue;
        return (valueCount + perWord - 1) / perWord * 8;
    }

    /// <summary>One value of a run.</summary>
    public static ulong Get(ReadOnlySpan<byte> run, int index, int bitsPerValue)
    {
        var perWord = 64 / bitsPerValue;
        var (word, place) = Math.DivRem(index, perWord);
        return BinaryPrimitives.ReadUInt64BigEndian(run[(8 * word)..]) >> place * bitsPerValue & (1UL << bitsPerValue) - 1;
    }

    /// <summary>The first values of a run, as many as the destination takes.</summary>
    public static void Decode(ReadOnlySpan<byte> run, int bitsPerValue, Span<int> destination)
    {
        if (Avx2.IsSupported && bitsPerValue is 1 or 2 or 4 && destination.Length % (64 / bitsPerValue) == 0) DecodeVectors(run, bitsPerValue, destination);
        else DecodePlainly(run, bitsPerValue, destination);
    }

    /// <summary>As <see cref="Decode"/>, number by number.</summary>
    internal static void DecodePlainly(ReadOnlySpan<byte> run, int bitsPerValue, Span<int> destination)
    {
        var perWord = 64 / bitsPerValue;
        var mask = uint.MaxValue >> (32 - bitsPerValue);
        for (var at = 0; at < destination.Length; at += perWord)
        {
            var word = BinaryPrimitives.ReadUInt64BigEndian(run);
            run = run[8..];
            var part = destination[at..Math.Min(at + perWord, destination.Length)];
            for (var i = 0; i < part.Length; i++)
            {
                part[i] = (int)((uint)word & mask);
                word >>= bitsPerValue;
            }
        }
    }

    /// <summary>Eight numbers a step, out of half a word that is copied to all eight places and moved down in each as far as its number needs.</summary>
    private static void DecodeVectors(ReadOnlySpan<byte> run, int bitsPerValue, Span<int> destination)
    {
        var mask = Vector256.Create((1u << bitsPerValue) - 1);
        var places = Vector256.Create(0u, 1, 2, 3, 4, 5, 6, 7) * (uint)bitsPerValue;
        var next = Vector256.Create(8u * (uint)bitsPerValue);
        ref var target = ref MemoryMarshal.GetReference(destination);
        for (var at = 0; at < destination.Length;)
        {
            var word = BinaryPrimitives.ReadUInt64BigEndian(run);
            run = run[8..];
            for (var half = 0; half < 2; half++, word >>= 32)
            {
                var numbers = Vector256.Create((uint)word);
                var shifts = places;
                for (var end = at + 32 / bitsPerValue; at < end; at += 8, shifts += next)
                    (Avx2.ShiftRightLogicalVariable(numbers, shifts) & mask).AsInt32().StoreUnsafe(ref target, (nuint)at);
            }
        }
    }

    /// <summary>Packs the values.</summary>
    public static void Encode(ReadOnlySpan<int> values, int bitsPerValue, Span<byte> run)
    {
        var perWord = 64 / bitsPerValue;
        while (!values.IsEmpty)
        {
            var word = 0UL;
            var count = Math.Min(perWord, values.Length);
            for (var i = 0; i < count; i++) word |= (ulong)(uint)values[i] << (i * bitsPerValue);
            BinaryPrimitives.WriteUInt64BigEndian(run, word);
            run = run[8..];
            values = values[count..];
        }
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsSearch.Lucene.Packing;

/// <summary>Up to eight numbers in a vector, which takes no decision for each that the processor could guess wrong.</summary>
internal static class FewNumbers
{
    /// <summary>Numbers that a vector holds.</summary>
    public const int Most = 8;

    private static readonly Vector256<int> Places = Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7);

    /// <summary>Whether this processor does what is done here at once; otherwise the plain way is faster.</summary>
    public static bool IsFast => Avx2.IsSupported;

    /// <summary>Each number plus all before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Accumulate(Vector256<int> numbers)
    {
        if (!Avx2.IsSupported) return AccumulatePlainly(numbers);

        // Within each half by steps of one and of two numbers, then the lower half's sum is added to the upper half.
        numbers += Avx2.ShiftLeftLogical128BitLane(numbers, 4);
        numbers += Avx2.ShiftLeftLogical128BitLane(numbers, 8);
        return numbers + Avx2.Shuffle(Avx2.Permute2x128(numbers, numbers, 0x08), 0xFF);
    }

    /// <summary>Keeps the first numbers and puts another in the place of the rest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> First(Vector256<int> numbers, int count, int rest) =>
        Vector256.ConditionalSelect(Vector256.LessThan(Places, Vector256.Create(count)), numbers, Vector256.Create(rest));

    /// <summary>All bits set in the places of those numbers that some number of the others equals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> AnyEqual(Vector256<int> numbers, Vector256<int> others)
    {
        if (!Avx2.IsSupported) return AnyEqualPlainly(numbers, others);
        var swapped = Avx2.Permute2x128(others, others, 0x01);
        var found = Vector256.Equals(numbers, others) | Vector256.Equals(numbers, swapped);
        for (var turn = 1; turn < Most / 2; turn++)
        {
            const byte Turn = 0b00_11_10_01;
            others = Avx2.Shuffle(others, Turn);
            swapped = Avx2.Shuffle(swapped, Turn);
            found |= Vector256.Equals(numbers, others) | Vector256.Equals(numbers, swapped);
        }

        return found;
    }

    /// <summary>How many places have all bits set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CountSet(Vector256<int> places) => BitOperations.PopCount(places.ExtractMostSignificantBits());

    internal static Vector256<int> AccumulatePlainly(Vector256<int> numbers)
    {
        Span<int> sums = stackalloc int[Most];
        numbers.CopyTo(sums);
        RunningSums.AccumulatePlainly(sums, 0);
        return Vector256.Create<int>(sums);
    }

    internal static Vector256<int> AnyEqualPlainly(Vector256<int> numbers, Vector256<int> others)
    {
        Span<int> found = stackalloc int[Most];
        for (var i = 0; i < Most; i++) found[i] = Vector256.EqualsAny(others, Vector256.Create(numbers[i])) ? -1 : 0;
        return Vector256.Create<int>(found);
    }
}

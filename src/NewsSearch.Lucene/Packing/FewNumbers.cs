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

    /// <summary>For each set of places, their numbers one byte each, the first in the lowest.</summary>
    private static readonly ulong[] PlacesOf = [.. Enumerable.Range(0, 1 << Most).Select(PackPlaces)];

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

    /// <summary>Keeps the numbers from a place on and puts another in the place of those before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> From(Vector256<int> numbers, int place, int passed) =>
        Vector256.ConditionalSelect(Vector256.LessThan(Places, Vector256.Create(place)), Vector256.Create(passed), numbers);

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

    /// <summary>The places whose bits are set, one byte each, the first in the lowest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong PlacesIn(uint bits) => PlacesOf[bits & 0xFF];

    /// <summary>Moves the numbers in the places whose bits are set to the front; behind them stands anything. Only where <see cref="IsFast"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Pack(Vector256<int> numbers, uint bits) =>
        Avx2.PermuteVar8x32(numbers, Avx2.ConvertToVector256Int32(Vector128.CreateScalar(PlacesIn(bits)).AsByte()));

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

    private static ulong PackPlaces(int bits)
    {
        var (packed, count) = (0UL, 0);
        for (var place = 0; place < Most; place++)
            if ((bits >> place & 1) != 0) packed |= (ulong)place << 8 * count++;
        return packed;
    }
}

using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsSearch.Lucene.Packing;

/// <summary>Sums of numbers, and differences turned into the numbers that they are the differences of.</summary>
internal static class RunningSums
{
    /// <summary>The sum of numbers that are not negative.</summary>
    public static long Of(ReadOnlySpan<int> values)
    {
        var sum = 0L;
        var at = 0;
        if (Vector256.IsHardwareAccelerated && values.Length >= Vector256<int>.Count)
        {
            ref var first = ref MemoryMarshal.GetReference(values);
            var sums = Vector256<ulong>.Zero;
            for (; at + Vector256<int>.Count <= values.Length; at += Vector256<int>.Count)
            {
                var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref first, (nuint)at).AsUInt32());
                sums += low + high;
            }

            sum = (long)Vector256.Sum(sums);
        }

        for (; at < values.Length; at++) sum += (uint)values[at];
        return sum;
    }

    /// <summary>Replaces each number by the sum of all up to it and a start; sums beyond 32 bits lose their upper bits.</summary>
    /// <param name="values">Their number is a multiple of 8.</param>
    /// <param name="start">Added to all.</param>
    public static void Accumulate(Span<int> values, int start)
    {
        if (!Avx2.IsSupported)
        {
            AccumulatePlainly(values, start);
            return;
        }

        ref var first = ref MemoryMarshal.GetReference(values);
        var carry = Vector256.Create(start);
        var last = Vector256.Create(7);
        for (nuint at = 0; at < (nuint)values.Length; at += 8)
        {
            // Only one addition waits for the vector before: the sum of this one is known without it.
            var sums = FewNumbers.Accumulate(Vector256.LoadUnsafe(ref first, at));
            (sums + carry).StoreUnsafe(ref first, at);
            carry += Avx2.PermuteVar8x32(sums, last);
        }
    }

    /// <summary>As above, one after the other.</summary>
    internal static void AccumulatePlainly(Span<int> values, int start)
    {
        foreach (ref var value in values) value = start += value;
    }
}

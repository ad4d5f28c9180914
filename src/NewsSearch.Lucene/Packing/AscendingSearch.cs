using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsSearch.Lucene.Packing;

/// <summary>Finds places in ascending numbers.</summary>
internal static class AscendingSearch
{
    /// <summary>Numbers that are passed over at once while the target is far.</summary>
    private const int Stride = 32;

    /// <summary>The place of the first number that is not less than the target; the last one must not be.</summary>
    /// <remarks>Mostly it is one of the next few: a vector of them is compared at once. <see cref="FirstAtLeastPlainly"/> is the plain way.</remarks>
    public static int FirstAtLeast(ReadOnlySpan<int> ascending, int target)
    {
        var width = Vector256<int>.Count;
        if (!Vector256.IsHardwareAccelerated || ascending.Length < width) return FirstAtLeastPlainly(ascending, target);
        var at = 0;
        while (at + Stride <= ascending.Length && ascending[at + Stride - 1] < target) at += Stride;
        ref var first = ref MemoryMarshal.GetReference(ascending);
        var limit = Vector256.Create(target);
        for (; at + width <= ascending.Length; at += width)
        {
            var less = Vector256.LessThan(Vector256.LoadUnsafe(ref first, (nuint)at), limit).ExtractMostSignificantBits();
            if (less != byte.MaxValue) return at + BitOperations.PopCount(less);
        }

        return at + FirstAtLeastPlainly(ascending[at..], target);
    }

    /// <summary>As above, by halves.</summary>
    internal static int FirstAtLeastPlainly(ReadOnlySpan<int> ascending, int target)
    {
        var low = 0;
        var high = ascending.Length - 1;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (ascending[middle] < target) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}

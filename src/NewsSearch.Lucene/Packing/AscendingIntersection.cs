using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsSearch.Lucene.Packing;

/// <summary>Finds the numbers that two ascending rows have in common, and at which places they have them.</summary>
/// <remarks>
/// Source: B. Schlegel, T. Willhalm, W. Lehner, "Fast Sorted-Set Intersection using SIMD Instructions", ADMS 2011: eight numbers of one row
/// are compared with eight of the other at once, and whichever eight end earlier are left behind.
/// </remarks>
internal static class AscendingIntersection
{
    /// <summary>Places are written eight at a time, so that there has to be room for that many more than there are.</summary>
    public const int Slack = 8;

    private const int Width = FewNumbers.Most;

    // A row so much shorter is better looked up number by number.
    private const int ManyTimes = 10;

    /// <summary>For each set of eight lanes, their numbers one byte each, the first in the lowest.</summary>
    private static readonly ulong[] LanesOf = [.. Enumerable.Range(0, 256).Select(PackLanes)];

    /// <summary>Finds the common numbers.</summary>
    /// <param name="left">Ascending, none twice, at most 128.</param>
    /// <param name="right">Likewise.</param>
    /// <param name="leftPlaces">Receives their places on the left; <see cref="Slack"/> longer than the shorter row.</param>
    /// <param name="rightPlaces">Receives their places on the right; likewise.</param>
    /// <returns>How many they are.</returns>
    public static int Find(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<byte> leftPlaces, Span<byte> rightPlaces)
    {
        if (left.IsEmpty || right.IsEmpty) return 0;
        if (left.Length * ManyTimes < right.Length) return LookUp(left, right, leftPlaces, rightPlaces);
        if (right.Length * ManyTimes < left.Length) return LookUp(right, left, rightPlaces, leftPlaces);
        return FewNumbers.IsFast ? FindInVectors(left, right, leftPlaces, rightPlaces) : Merge(left, right, leftPlaces, rightPlaces, 0, 0, 0);
    }

    /// <summary>As above, number by number.</summary>
    internal static int FindPlainly(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<byte> leftPlaces, Span<byte> rightPlaces) =>
        Merge(left, right, leftPlaces, rightPlaces, 0, 0, 0);

    private static int FindInVectors(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<byte> leftPlaces, Span<byte> rightPlaces)
    {
        var (l, r, count) = (0, 0, 0);
        ref var firstLeft = ref MemoryMarshal.GetReference(left);
        ref var firstRight = ref MemoryMarshal.GetReference(right);
        while (l + Width <= left.Length && r + Width <= right.Length)
        {
            var lefts = Vector256.LoadUnsafe(ref firstLeft, (nuint)l);
            var rights = Vector256.LoadUnsafe(ref firstRight, (nuint)r);
            var inLeft = FewNumbers.AnyEqual(lefts, rights).ExtractMostSignificantBits();
            var inRight = FewNumbers.AnyEqual(rights, lefts).ExtractMostSignificantBits();
            WritePlaces(leftPlaces, count, inLeft, l);
            WritePlaces(rightPlaces, count, inRight, r);
            count += BitOperations.PopCount(inLeft);
            var (lastLeft, lastRight) = (left[l + Width - 1], right[r + Width - 1]);
            l += lastLeft <= lastRight ? Width : 0;
            r += lastRight <= lastLeft ? Width : 0;
        }

        return Merge(left, right, leftPlaces, rightPlaces, l, r, count);
    }

    private static void WritePlaces(Span<byte> places, int count, uint lanes, int start) =>
        MemoryMarshal.Write(places[count..], LanesOf[lanes & 0xFF] + 0x0101010101010101UL * (uint)start);

    private static int Merge(
        ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<byte> leftPlaces, Span<byte> rightPlaces, int l, int r, int count)
    {
        while (l < left.Length && r < right.Length)
        {
            var (leftNumber, rightNumber) = (left[l], right[r]);
            if (leftNumber == rightNumber)
            {
                leftPlaces[count] = (byte)l;
                rightPlaces[count++] = (byte)r;
            }

            l += leftNumber <= rightNumber ? 1 : 0;
            r += rightNumber <= leftNumber ? 1 : 0;
        }

        return count;
    }

    private static int LookUp(ReadOnlySpan<int> few, ReadOnlySpan<int> many, Span<byte> fewPlaces, Span<byte> manyPlaces)
    {
        var (at, count) = (0, 0);
        for (var i = 0; i < few.Length && few[i] <= many[^1]; i++)
        {
            at += AscendingSearch.FirstAtLeast(many[at..], few[i]);
            if (many[at] != few[i]) continue;
            fewPlaces[count] = (byte)i;
            manyPlaces[count++] = (byte)at;
        }

        return count;
    }

    private static ulong PackLanes(int lanes)
    {
        var packed = 0UL;
        var count = 0;
        for (var lane = 0; lane < Width; lane++)
            if ((lanes >> lane & 1) != 0) packed |= (ulong)lane << 8 * count++;
        return packed;
    }
}

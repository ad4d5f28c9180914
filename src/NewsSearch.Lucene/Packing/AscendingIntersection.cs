using System.Numerics;
using System.Runtime.CompilerServices;
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
    /// <summary>Numbers and places are written eight at a time, so that there has to be room for that many more than there are.</summary>
    public const int Slack = 8;

    private const int Width = FewNumbers.Most;

    /// <summary>Finds the common numbers.</summary>
    /// <param name="left">Ascending, none twice, at most 128.</param>
    /// <param name="right">Likewise.</param>
    /// <param name="common">Receives the common numbers; <see cref="Slack"/> longer than the shorter row, and memory of its own.</param>
    /// <param name="leftPlaces">Receives their places on the left; likewise longer.</param>
    /// <param name="rightPlaces">Receives their places on the right; likewise.</param>
    /// <returns>How many they are.</returns>
    public static int Find(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<int> common, Span<byte> leftPlaces, Span<byte> rightPlaces)
    {
        if (left.IsEmpty || right.IsEmpty) return 0;
        if (left.Length < Width) return LookUp(left, right, common, leftPlaces, rightPlaces);
        if (right.Length < Width) return LookUp(right, left, common, rightPlaces, leftPlaces);
        return FewNumbers.IsFast ? FindInVectors(left, right, common, leftPlaces, rightPlaces) : FindPlainly(left, right, common, leftPlaces, rightPlaces);
    }

    /// <summary>As above, number by number.</summary>
    internal static int FindPlainly(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<int> common, Span<byte> leftPlaces, Span<byte> rightPlaces)
    {
        var (l, r, count) = (0, 0, 0);
        while (l < left.Length && r < right.Length)
        {
            var (leftNumber, rightNumber) = (left[l], right[r]);
            if (leftNumber == rightNumber)
            {
                common[count] = leftNumber;
                leftPlaces[count] = (byte)l;
                rightPlaces[count++] = (byte)r;
            }

            l += leftNumber <= rightNumber ? 1 : 0;
            r += rightNumber <= leftNumber ? 1 : 0;
        }

        return count;
    }

    private static int FindInVectors(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<int> common, Span<byte> leftPlaces, Span<byte> rightPlaces)
    {
        var (l, r, count) = (0, 0, 0);

        // A row of a broken file may have a number twice, which then is found more often than there is room for.
        var most = Math.Min(left.Length, right.Length);
        while (l < left.Length && r < right.Length && count <= most)
        {
            // The last vector of a row reaches back over numbers that were compared before: they must not be found again.
            var lefts = Load(left, l, -1, out var leftStart);
            var rights = Load(right, r, -2, out var rightStart);
            var inLeft = FewNumbers.AnyEqual(lefts, rights).ExtractMostSignificantBits();
            var inRight = FewNumbers.AnyEqual(rights, lefts).ExtractMostSignificantBits();
            FewNumbers.Pack(lefts, inLeft).CopyTo(common[count..]);
            WritePlaces(leftPlaces[count..], inLeft, leftStart);
            WritePlaces(rightPlaces[count..], inRight, rightStart);
            count += Math.Min(BitOperations.PopCount(inLeft), BitOperations.PopCount(inRight));
            var (lastLeft, lastRight) = (left[leftStart + Width - 1], right[rightStart + Width - 1]);
            l += lastLeft <= lastRight ? Width : 0;
            r += lastRight <= lastLeft ? Width : 0;
        }

        return Math.Min(count, most);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Load(ReadOnlySpan<int> row, int at, int passed, out int start)
    {
        start = Math.Min(at, row.Length - Width);
        var numbers = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(row), (nuint)start);
        return start == at ? numbers : FewNumbers.From(numbers, at - start, passed);
    }

    private static void WritePlaces(Span<byte> places, uint lanes, int start) =>
        MemoryMarshal.Write(places, FewNumbers.PlacesIn(lanes) + 0x0101010101010101UL * (uint)start);

    private static int LookUp(ReadOnlySpan<int> few, ReadOnlySpan<int> many, Span<int> common, Span<byte> fewPlaces, Span<byte> manyPlaces)
    {
        var (at, count) = (0, 0);
        for (var i = 0; i < few.Length && few[i] <= many[^1]; i++)
        {
            at += AscendingSearch.FirstAtLeast(many[at..], few[i]);
            if (many[at] != few[i]) continue;
            common[count] = few[i];
            fewPlaces[count] = (byte)i;
            manyPlaces[count++] = (byte)at;
        }

        return count;
    }
}

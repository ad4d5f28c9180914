using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>Finds the places where a phrase can begin that further occurrences agree with.</summary>
internal static class OccurrenceMatching
{
    /// <summary>Both rows are read eight numbers at a time: so many of any value must be readable behind each.</summary>
    public const int Slack = FewNumbers.Most;

    /// <summary>Keeps, at the front, those places that are occurrences too.</summary>
    /// <param name="starts">Ascending, with <see cref="Slack"/> numbers behind, which are overwritten.</param>
    /// <param name="count">How many places there are.</param>
    /// <param name="occurrences">Ascending, with <see cref="Slack"/> numbers behind.</param>
    /// <returns>How many were kept.</returns>
    public static int Retain(Span<int> starts, int count, ReadOnlySpan<int> occurrences) => FewNumbers.IsFast
        ? RetainInVectors(starts[..(count + Slack)], count, occurrences)
        : RetainPlainly(starts, count, occurrences[..^Slack]);

    /// <summary>As above, number by number; nothing needs to stand behind.</summary>
    internal static int RetainPlainly(Span<int> starts, int count, ReadOnlySpan<int> occurrences)
    {
        var (kept, at) = (0, 0);
        foreach (var start in starts[..count])
        {
            while (at < occurrences.Length && occurrences[at] < start) at++;
            if (at == occurrences.Length) break;
            if (occurrences[at] == start) starts[kept++] = start;
        }

        return kept;
    }

    private static int RetainInVectors(Span<int> starts, int count, ReadOnlySpan<int> occurrences)
    {
        var (kept, at) = (0, 0);
        ref var firstStart = ref MemoryMarshal.GetReference(starts);
        ref var firstOccurrence = ref MemoryMarshal.GetReference(occurrences);
        var occurrenceCount = occurrences.Length - Slack;
        for (var i = 0; i < count; i += FewNumbers.Most)
        {
            // Behind the last numbers stand different ones on both sides, neither of which is a place.
            var eight = FewNumbers.First(Vector256.LoadUnsafe(ref firstStart, (nuint)i), count - i, int.MinValue);
            var last = starts[Math.Min(i + FewNumbers.Most, count) - 1];
            var found = Vector256<int>.Zero;
            for (; at < occurrenceCount; at += FewNumbers.Most)
            {
                var others = Vector256.LoadUnsafe(ref firstOccurrence, (nuint)at);
                found |= FewNumbers.AnyEqual(eight, FewNumbers.First(others, occurrenceCount - at, int.MinValue + 1));
                if (occurrences[Math.Min(at + FewNumbers.Most, occurrenceCount) - 1] >= last) break;
            }

            // Not more than was read of the places by now.
            var bits = found.ExtractMostSignificantBits();
            FewNumbers.Pack(eight, bits).StoreUnsafe(ref firstStart, (nuint)kept);
            kept += BitOperations.PopCount(bits);
        }

        return kept;
    }
}

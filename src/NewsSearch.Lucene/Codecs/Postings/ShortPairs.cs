using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsSearch.Lucene.Codecs.Postings;

/// <summary>The beginning of a list's tail, as long as its numbers are short, without a call for each of them.</summary>
internal static class ShortPairs
{
    /// <summary>Reads differences and frequencies as long as they are of at most two bytes and one, and some bytes are left.</summary>
    /// <returns>How many pairs were read.</returns>
    public static int Take(ReadOnlySpan<byte> bytes, Span<int> differences, Span<int> freqs, out int read)
    {
        const int LongestPair = 3;
        ref var first = ref MemoryMarshal.GetReference(bytes);
        ref var frequency = ref MemoryMarshal.GetReference(freqs);
        read = 0;
        var at = 0;
        var end = bytes.Length - LongestPair;
        for (var i = 0; i < differences.Length; i++)
        {
            read = at;
            if (at > end) return i;
            int code = Unsafe.Add(ref first, at++);
            if (code > sbyte.MaxValue)
            {
                int high = Unsafe.Add(ref first, at++);
                if (high > sbyte.MaxValue) return i;
                code = code & sbyte.MaxValue | high << 7;
            }

            var freq = 1;
            if ((code & 1) == 0 && (freq = Unsafe.Add(ref first, at++)) > sbyte.MaxValue) return i;
            differences[i] = code >>> 1;
            Unsafe.Add(ref frequency, i) = freq;
        }

        return differences.Length;
    }
}

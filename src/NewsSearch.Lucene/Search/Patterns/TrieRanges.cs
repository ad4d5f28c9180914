namespace NewsSearch.Lucene.Search.Patterns;

/// <summary>Covers a range of numbers with few ranges of trie terms: coarse terms in the middle, finer ones towards both ends.</summary>
internal static class TrieRanges
{
    /// <param name="minimum">The least number.</param>
    /// <param name="maximum">The greatest number, not less.</param>
    /// <param name="bitCount">Of the numbers: 64 or 32.</param>
    /// <param name="precisionStep">Bits by which the precisions of the index differ.</param>
    /// <param name="encode">The term of a number of which some of the lowest bits are left out.</param>
    public static List<TermRange> Cover(long minimum, long maximum, int bitCount, int precisionStep, Func<long, int, byte[]> encode)
    {
        var ranges = new List<TermRange>();

        // Wider than the numbers, so that nothing wraps.
        Int128 from = minimum;
        Int128 to = maximum;
        for (var shift = 0; from <= to; shift += precisionStep)
        {
            var isCoarsest = precisionStep >= bitCount - shift;
            if (isCoarsest)
            {
                Add(from, to, shift);
                break;
            }

            // The parts below the first and above the last whole term of the next precision.
            var width = Int128.One << (shift + precisionStep);
            var firstWhole = RoundUp(from, width);
            var lastWhole = RoundUp(to + 1, width) == to + 1 ? to : RoundUp(to + 1, width) - width - 1;
            if (firstWhole > lastWhole)
            {
                Add(from, to, shift);
                break;
            }

            if (from < firstWhole) Add(from, firstWhole - 1, shift);
            if (lastWhole < to) Add(lastWhole + 1, to, shift);
            from = firstWhole;
            to = lastWhole;
        }

        return ranges;

        void Add(Int128 first, Int128 last, int shift) => ranges.Add(new TermRange(encode((long)first, shift), encode((long)last, shift)));
    }

    private static Int128 RoundUp(Int128 value, Int128 width) => (value + width - 1) & ~(width - 1);
}

namespace NewsSearch.Lucene.Tests.Search;

/// <summary>How often a phrase stands in a text, straight from what a phrase is.</summary>
internal static class NaivePhrase
{
    /// <param name="words">The text.</param>
    /// <param name="places">For each place of the phrase the words of which one has to stand there; with slop, no word of two places.</param>
    /// <param name="positions">The position of each place.</param>
    /// <param name="slop">0 for exactly there.</param>
    public static double Freq(string[] words, IReadOnlyList<IReadOnlyList<string>> places, IReadOnlyList<int> positions, int slop)
    {
        // What the words at each place propose as the beginning of the phrase.
        int[][] starts = [.. places.Select((terms, i) =>
            Enumerable.Range(0, words.Length).Where(at => terms.Contains(words[at])).Select(at => at - positions[i]).ToArray())];
        if (starts.Length == 1) return starts[0].Length;
        return slop == 0
            ? starts[0].Count(start => starts.All(proposed => proposed.Contains(start)))
            : SumOfStretches(starts, positions, slop);
    }

    // The sweep that defines stretches: of one beginning from each place, the earliest goes on to the last one that is not after the next
    // earliest; the distance from there to the latest is a stretch; then it moves on, until it has nothing left.
    private static double SumOfStretches(int[][] starts, IReadOnlyList<int> positions, int slop)
    {
        var sum = 0.0;
        int?[] current = [.. starts.Select(proposed => proposed.Length > 0 ? proposed[0] : (int?)null)];
        while (current.All(start => start is not null))
        {
            var earliest = Enumerable.Range(0, starts.Length).OrderBy(i => current[i]).ThenBy(i => positions[i]).ThenBy(i => i).First();
            var next = Enumerable.Range(0, starts.Length).Where(i => i != earliest).Min(i => current[i])!.Value;
            var from = starts[earliest].Last(start => start <= next);
            var width = Math.Max(current.Max()!.Value, from) - from;
            if (width <= slop) sum += 1.0 / (1 + width);
            current[earliest] = starts[earliest].Where(start => start > from).Cast<int?>().FirstOrDefault();
        }

        return sum;
    }
}

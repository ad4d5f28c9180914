using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>
/// Places of a phrase that hold the same term: with slop they could take the same occurrence, which must not be counted for two of them.
/// </summary>
/// <param name="Groups">Groups of places that hold common terms, each in the order of the places' positions; places by their number in the phrase.</param>
/// <param name="HasAlternatives">Whether any of these places has several terms, so that its occurrences differ from those of the others.</param>
/// <remarks>
/// Lucene finds the groups of single terms by the positions in the first document it looks at, here it is by the terms; both are the same
/// unless that document has different terms at one position.
/// </remarks>
internal sealed record PhraseRepeats(int[][] Groups, bool HasAlternatives)
{
    public static PhraseRepeats Find(IReadOnlyList<PhraseSlot> slots)
    {
        var repeated = RepeatedTerms(slots);
        int[] places = [.. Enumerable.Range(0, slots.Count).Where(i => slots[i].Terms.Any(repeated.Contains))];
        var hasAlternatives = places.Any(i => slots[i].Terms.Length > 1);
        var groups = hasAlternatives ? GroupByCommonTerms(slots, places, repeated) : GroupByTerm(slots, places);
        return new PhraseRepeats([.. groups.Select(group => group.OrderBy(i => slots[i].Position).ToArray())], hasAlternatives);
    }

    /// <summary>How many places hold a term that another one holds too.</summary>
    public static int CountSlots(IReadOnlyList<PhraseSlot> slots)
    {
        var repeated = RepeatedTerms(slots);
        return slots.Count(slot => slot.Terms.Any(repeated.Contains));
    }

    private static HashSet<string> RepeatedTerms(IReadOnlyList<PhraseSlot> slots)
    {
        var seen = new HashSet<string>();
        return [.. slots.SelectMany(slot => slot.Terms).Where(term => !seen.Add(term))];
    }

    // A term given twice for one and the same place is no repetition.
    private static IEnumerable<List<int>> GroupByTerm(IReadOnlyList<PhraseSlot> slots, int[] places) => places
        .GroupBy(place => slots[place].Terms[0])
        .Select(same => same.Where(place => place == same.First() || slots[place].Position != slots[same.First()].Position).ToList())
        .Where(same => same.Count > 1);

    // Two places are in one group if they hold a common term, or if a chain of such places connects them.
    private static List<List<int>> GroupByCommonTerms(IReadOnlyList<PhraseSlot> slots, int[] places, HashSet<string> repeated)
    {
        var groups = new List<(HashSet<string> Terms, List<int> Places)>();
        foreach (var place in places)
        {
            var terms = slots[place].Terms.Where(repeated.Contains).ToHashSet();
            var joined = new List<int> { place };
            foreach (var other in groups.Where(group => group.Terms.Overlaps(terms)).ToList())
            {
                terms.UnionWith(other.Terms);
                joined.AddRange(other.Places);
                groups.Remove(other);
            }

            groups.Add((terms, joined));
        }

        return [.. groups.Select(group => group.Places.Order().ToList())];
    }
}

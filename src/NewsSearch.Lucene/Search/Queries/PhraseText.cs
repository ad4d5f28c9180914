namespace NewsSearch.Lucene.Search.Queries;

/// <summary>Describes phrases to people, for example title:"a ? (b | c)"~2, with a question mark for each gap.</summary>
internal static class PhraseText
{
    // Positions come from outside; a gap of millions is not spelled out.
    private const int MaxGap = 100;

    public static string Describe(string field, IReadOnlyList<PhraseSlot> slots, int slop)
    {
        var words = new List<string>();
        for (var i = 0; i < slots.Count; i++)
        {
            var gap = i == 0 ? 0 : Math.Min((long)slots[i].Position - slots[i - 1].Position - 1, MaxGap);
            for (; gap > 0; gap--) words.Add("?");
            words.Add(slots[i].Terms.Length == 1 ? slots[i].Terms[0] : $"({string.Join(" | ", slots[i].Terms)})");
        }

        var phrase = $"{field}:\"{string.Join(' ', words)}\"";
        return slop > 0 ? FormattableString.Invariant($"{phrase}~{slop}") : phrase;
    }
}

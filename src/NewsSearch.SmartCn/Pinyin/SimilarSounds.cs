namespace NewsSearch.SmartCn.Pinyin;

/// <summary>Syllables that speakers of many regions don't tell apart, and so type for each other.</summary>
public static class SimilarSounds
{
    private static readonly (string One, string Other)[] s_initials = [("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("f", "h"), ("r", "l")];

    private static readonly (string One, string Other)[] s_finals = [("ang", "an"), ("eng", "en"), ("ing", "in")];

    /// <summary>The syllables that differ from this one by one such sound: for zhang these are zang and zhan.</summary>
    public static IEnumerable<string> Of(string syllable)
    {
        ArgumentNullException.ThrowIfNull(syllable);
        return Exchanged(syllable).Where(other => ReadingTable.Embedded.IsSyllable(other));
    }

    private static IEnumerable<string> Exchanged(string syllable)
    {
        foreach (var (one, other) in s_initials)
        {
            // All that begin with zh begin with z; what becomes of zh + z is no syllable.
            if (syllable.StartsWith(one, StringComparison.Ordinal)) yield return other + syllable[one.Length..];
            if (syllable.StartsWith(other, StringComparison.Ordinal)) yield return one + syllable[other.Length..];
        }

        foreach (var (one, other) in s_finals)
        {
            if (syllable.EndsWith(one, StringComparison.Ordinal)) yield return syllable[..^one.Length] + other;
            if (syllable.EndsWith(other, StringComparison.Ordinal)) yield return syllable[..^other.Length] + one;
        }
    }
}

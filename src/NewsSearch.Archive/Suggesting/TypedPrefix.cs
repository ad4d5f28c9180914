using NewsSearch.SmartCn.Pinyin;

namespace NewsSearch.Archive.Suggesting;

/// <summary>What a reader has typed so far, as what terms of suggestions begin with.</summary>
/// <param name="Key">Its letters and digits, normalised.</param>
/// <param name="Forms">What terms begin with that mean just this: Han characters as they stand, letters also with v for ü. Empty if there is nothing to complete.</param>
/// <param name="Lead">
/// Where pinyin, initials and characters may be mixed: a shorter beginning that all such texts have in common. Their texts have to be compared
/// with the key by <see cref="PinyinMatch"/>.
/// </param>
internal sealed record TypedPrefix(string Key, IReadOnlyList<string> Forms, string Lead)
{
    private const int MaxSyllableLength = 6;

    public bool IsLatin => Key.All(IsLatinPart);

    /// <summary>Reads what was typed; punctuation and spaces don't count.</summary>
    public static TypedPrefix Read(string typed)
    {
        var key = SuggestionKey.Of(typed);
        if (key.Length == 0) return new TypedPrefix("", [], "");
        var isLatin = key.All(IsLatinPart);
        return new TypedPrefix(key, isLatin ? PinyinSpeller.Readings(key) : [key], isLatin ? FirstSyllable(key) : LeadOf(key));
    }

    /// <summary>Whether a text begins with what was typed, in any mixture of characters and pinyin.</summary>
    public bool Means(string text) => PinyinMatch.StartsWith(SuggestionKey.Of(text), Key);

    private static bool IsLatinPart(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);

    /// <summary>The part before letters change into characters or the other way round; the whole if they never do. Digits are either.</summary>
    private static string LeadOf(string key)
    {
        var isLatin = char.IsAsciiLetter(key[0]);
        var length = 1;
        while (length < key.Length && (char.IsAsciiDigit(key[length]) || char.IsAsciiLetter(key[length]) == isLatin)) length++;
        return key[..length];
    }

    private static string FirstSyllable(string key)
    {
        for (var length = Math.Min(MaxSyllableLength, key.Length); length > 1; length--)
            if (ReadingTable.Embedded.IsSyllable(key.AsSpan(0, length))) return key[..length];
        return key[..1];
    }
}

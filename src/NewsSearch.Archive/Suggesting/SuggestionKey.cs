using System.Text;
using NewsSearch.SmartCn.Normalization;

namespace NewsSearch.Archive.Suggesting;

/// <summary>What of a text is compared with what a reader types: its letters and digits, normalised.</summary>
internal static class SuggestionKey
{
    /// <summary>The most UTF-16 units of a key; what comes after tells no suggestion from another.</summary>
    public const int MaxLength = 40;

    /// <summary>The key of a text; empty if it has neither letters nor digits.</summary>
    public static string Of(string text)
    {
        var normalized = TextNormalizer.Normalize(text);
        if (normalized.Length <= MaxLength && normalized.All(IsPart)) return normalized;
        var key = new StringBuilder(MaxLength);
        foreach (var character in normalized.EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(character)) continue;
            if (key.Length + character.Utf16SequenceLength > MaxLength) break;
            key.Append(character);
        }

        return key.ToString();
    }

    private static bool IsPart(char c) => !char.IsSurrogate(c) && char.IsLetterOrDigit(c);
}

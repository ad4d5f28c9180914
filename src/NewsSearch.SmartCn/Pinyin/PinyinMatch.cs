using System.Text;

namespace NewsSearch.SmartCn.Pinyin;

/// <summary>
/// Whether typed letters mean a text. Each character may be typed as itself, as its syllable or as the syllable's initial (sh as s or sh), in
/// any mixture: 上hezz and shhezz mean 上合组织. At the end a part of a syllable is enough.
/// </summary>
public static class PinyinMatch
{
    /// <summary>The most that can be typed, and the most characters of a text that are looked at.</summary>
    public const int MaxLength = 64;

    /// <summary>Whether what was typed means the beginning of the text; punctuation and spaces of the text are passed over.</summary>
    /// <param name="text">The text, in lower case.</param>
    /// <param name="typed">Han characters, letters and digits in lower case; v for ü, or u where there is l or n before it.</param>
    public static bool StartsWith(ReadOnlySpan<char> text, ReadOnlySpan<char> typed)
    {
        if (typed.IsEmpty) return true;
        if (typed.Length > MaxLength) return false;
        if (text.Length > MaxLength) text = text[..MaxLength];
        // A set bit for each place in what was typed from which the text cannot go on from here: without it some texts take forever.
        Span<ulong> dead = stackalloc ulong[MaxLength];
        dead.Clear();
        return Matches(text, typed, 0, 0, dead);
    }

    private static bool Matches(ReadOnlySpan<char> text, ReadOnlySpan<char> typed, int at, int from, Span<ulong> dead)
    {
        if (from == typed.Length) return true;
        if (at == text.Length || (dead[at] >> from & 1) != 0) return false;
        if (TakesCharacter(text, typed, at, from, dead)) return true;
        dead[at] |= 1UL << from;
        return false;
    }

    private static bool TakesCharacter(ReadOnlySpan<char> text, ReadOnlySpan<char> typed, int at, int from, Span<ulong> dead)
    {
        Rune.DecodeFromUtf16(text[at..], out var character, out var length);
        var next = at + length;
        if (typed[from..].StartsWith(text[at..next]) && Matches(text, typed, next, from + length, dead)) return true;
        if (!Rune.IsLetterOrDigit(character)) return Matches(text, typed, next, from, dead);
        foreach (var reading in ReadingTable.Embedded.Of(character))
        {
            var same = LengthInCommon(reading.Syllable, typed[from..]);
            if (same == 0) continue;
            if (from + same == typed.Length) return true;
            if (same == reading.Syllable.Length && Matches(text, typed, next, from + same, dead)) return true;
            if (Matches(text, typed, next, from + 1, dead)) return true;
            if (same > 1 && reading.Syllable[1] == 'h' && Matches(text, typed, next, from + 2, dead)) return true;
        }

        return false;
    }

    private static int LengthInCommon(string syllable, ReadOnlySpan<char> typed)
    {
        var length = 0;
        while (length < syllable.Length && length < typed.Length && IsSame(syllable[length], typed[length])) length++;
        return length;
    }

    private static bool IsSame(char inSyllable, char typed) => inSyllable == typed || (inSyllable == 'v' && typed == 'u');
}

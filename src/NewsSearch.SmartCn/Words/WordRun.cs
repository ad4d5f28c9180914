namespace NewsSearch.SmartCn.Words;

/// <summary>Words of letters and digits, with the signs that belong to them: c919, covid-19, 3.5%, 1,024, t+1, at&amp;t, 18:02, www.gov.cn.</summary>
/// <remarks>
/// A run of letters and digits goes on behind . - / _ + @ between two of them, behind &amp; and ' between letters, : between digits, and a
/// comma before three digits. A percent sign, or up to two plus signs, may stand at its end. Signs elsewhere do not belong to it.
/// </remarks>
public static class WordRun
{
    /// <summary>The longest word that signs may build, in UTF-16 units; they don't join what would be longer.</summary>
    public const int MaxLength = 64;

    /// <summary>The longest run of letters and digits alone; what is longer is cut there.</summary>
    public const int MaxPieceLength = 255;

    /// <summary>Where the word that begins with the letter or digit at <paramref name="start"/> of a normalised text ends (exclusive).</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start)
    {
        var end = EndOfPiece(text, start);
        while (IsJoinedAt(text, end))
        {
            var next = EndOfPiece(text, end + 1);
            if (next - start > MaxLength) return end;
            end = next;
        }

        return EndOfSuffix(text, end);
    }

    /// <summary>Where the signs behind the letters and digits that end at <paramref name="end"/> end.</summary>
    private static int EndOfSuffix(ReadOnlySpan<char> text, int end)
    {
        if (end == text.Length) return end;
        if (text[end] is '%' or '‰') return end + 1;
        for (var plus = 0; plus < 2 && end < text.Length && text[end] == '+' && !IsJoinedAt(text, end); plus++) end++;
        return end;
    }

    private static int EndOfPiece(ReadOnlySpan<char> text, int start)
    {
        var most = Math.Min(text.Length, start + MaxPieceLength);
        var end = start;
        while (end < most && WordCharacters.IsLetterOrDigit(text[end])) end++;
        return end;
    }

    private static bool IsJoinedAt(ReadOnlySpan<char> text, int sign)
    {
        if (sign + 1 >= text.Length || !WordCharacters.IsLetterOrDigit(text[sign + 1])) return false;
        return text[sign] switch
        {
            '.' or '-' or '/' or '_' or '+' or '@' => true,
            '&' or '\'' => WordCharacters.IsLetter(text[sign - 1]) && WordCharacters.IsLetter(text[sign + 1]),
            ':' => WordCharacters.IsDigit(text[sign - 1]) && WordCharacters.IsDigit(text[sign + 1]),
            ',' => IsThousands(text, sign),
            _ => false,
        };
    }

    /// <summary>Whether a comma groups thousands: a digit before it, just three behind it.</summary>
    private static bool IsThousands(ReadOnlySpan<char> text, int comma)
    {
        if (!WordCharacters.IsDigit(text[comma - 1]) || comma + 3 >= text.Length) return false;
        for (var i = comma + 1; i <= comma + 3; i++)
            if (!WordCharacters.IsDigit(text[i])) return false;
        return comma + 4 == text.Length || !WordCharacters.IsLetterOrDigit(text[comma + 4]);
    }
}

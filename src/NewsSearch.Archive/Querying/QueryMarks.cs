namespace NewsSearch.Archive.Querying;

/// <summary>The characters that mean something in a query, in their half-width and full-width forms.</summary>
internal static class QueryMarks
{
    private const string DoubleQuotes = "\"“”„‟";
    private const string Minuses = "-−";

    /// <summary>The half-width form of a full-width ASCII character; others as they are.</summary>
    public static char Fold(char c) => c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c;

    public static bool IsMinus(char c) => Minuses.Contains(Fold(c));

    public static bool IsStar(char c) => Fold(c) == '*';

    /// <summary>Whether a quote may open or close here, or the marks of a title.</summary>
    public static bool IsQuote(char c) => DoubleQuotes.Contains(Fold(c)) || c is '「' or '」' or '『' or '』';

    /// <summary>
    /// Where the quote or title that opens here is closed; -1 if none opens here or it is never closed. A backslash before a quote makes it
    /// a character like others, unless there is no other that could close.
    /// </summary>
    public static int FindClose(string text, int open)
    {
        switch (Fold(text[open]))
        {
            case '"': return FindPlain(text, open, '"') is var end and >= 0 ? end : FindEscaped(text, open);
            case '“': return FindNested(text, open, '”') is var paired and >= 0 ? paired : FindAny(text, open);
            // A closing quote in the place of an opening one: input methods give them in turn.
            case '”' or '„' or '‟': return open == 0 || char.IsWhiteSpace(text[open - 1]) ? FindAny(text, open) : -1;
            case '「': return FindNested(text, open, '」');
            case '『': return FindNested(text, open, '』');
            case '《': return FindNested(text, open, '》');
            default: return -1;
        }
    }

    /// <summary>What stands between quotes, with escaped quotes as the characters they are.</summary>
    public static string Unescape(ReadOnlySpan<char> quoted)
    {
        var text = new System.Text.StringBuilder(quoted.Length);
        for (var i = 0; i < quoted.Length; i++)
            if (quoted[i] != '\\' || i + 1 == quoted.Length || !IsQuote(quoted[i + 1])) text.Append(quoted[i]);
        return text.ToString();
    }

    private static bool IsEscape(string text, int at) => text[at] == '\\' && at + 1 < text.Length && IsQuote(text[at + 1]);

    private static int FindPlain(string text, int open, char close)
    {
        for (var i = open + 1; i < text.Length; i++)
        {
            if (IsEscape(text, i)) i++;
            else if (Fold(text[i]) == close) return i;
        }

        return -1;
    }

    // Of a quote whose text ends with a backslash.
    private static int FindEscaped(string text, int open)
    {
        var last = text.AsSpan(open + 1).LastIndexOf("\\\"");
        return last < 0 ? -1 : open + 1 + last + 1;
    }

    private static int FindNested(string text, int open, char close)
    {
        var depth = 1;
        for (var i = open + 1; i < text.Length; i++)
        {
            if (IsEscape(text, i)) i++;
            else if (text[i] == text[open]) depth++;
            else if (text[i] == close && --depth == 0) return i;
        }

        return -1;
    }

    private static int FindAny(string text, int open)
    {
        for (var i = open + 1; i < text.Length; i++)
        {
            if (IsEscape(text, i)) i++;
            else if (DoubleQuotes.Contains(Fold(text[i]))) return i;
        }

        return -1;
    }
}

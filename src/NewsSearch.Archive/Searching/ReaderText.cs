namespace NewsSearch.Archive.Searching;

/// <summary>A reader's text taken apart: words, quoted phrases, and those of either that must not occur.</summary>
internal readonly record struct ReaderText(string Text, bool IsQuoted, bool IsExcluded)
{
    private const string OpeningQuotes = "\"“「『";
    private const string ClosingQuotes = "\"”」』";
    private const string Minuses = "-－−";

    /// <summary>
    /// Splits at white space. A pair of quotes keeps what is between them together, a minus before a word or a quote excludes it. A quote
    /// that is never closed, and a minus inside a word, are characters like others.
    /// </summary>
    public static List<ReaderText> Split(string text)
    {
        var parts = new List<ReaderText>();
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var isExcluded = Minuses.Contains(text[at]) && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);
            if (isExcluded) at++;
            var close = ClosingQuote(text, at);
            var end = close >= 0 ? close : EndOfWord(text, at);
            var start = close >= 0 ? at + 1 : at;
            if (end > start) parts.Add(new ReaderText(text[start..end], close >= 0, isExcluded));
            at = close >= 0 ? close + 1 : end;
        }

        return parts;
    }

    /// <summary>Where the quote that opens here is closed, or -1 if none opens or it is never closed.</summary>
    private static int ClosingQuote(string text, int at)
    {
        var kind = OpeningQuotes.IndexOf(text[at], StringComparison.Ordinal);
        return kind < 0 ? -1 : text.IndexOf(ClosingQuotes[kind], at + 1);
    }

    private static int EndOfWord(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && ClosingQuote(text, end) < 0) end++;
        return end;
    }
}

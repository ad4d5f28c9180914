using System.Buffers;
using System.Text;

namespace NewsSearch.Archive.Importing;

/// <summary>Brings text from feeds and pages into the form that <see cref="Article"/> promises. Words are never touched.</summary>
internal static class ArticleText
{
    private const int ExcerptLength = 40;

    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\u0085\u2028\u2029");

    // Besides white space these stand invisibly at the ends of copied names, where they would make a second source of one:
    // zero-width space, non-joiner and joiner, the direction marks, word joiner, byte order mark.
    private static readonly SearchValues<char> ZeroWidth = SearchValues.Create("\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF");

    /// <summary>A text of one line: control characters, line ends among them, become spaces; trimmed at both ends.</summary>
    public static string CleanLine(ReadOnlySpan<char> text)
    {
        var clean = Trim(text);
        var hasControl = clean.ContainsAnyInRange('\0', '\u001F') || clean.ContainsAnyInRange('\u007F', '\u009F')
            || clean.ContainsAny('\u2028', '\u2029');
        if (!hasControl) return clean.ToString();
        return string.Create(clean.Length, clean, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++) target[i] = char.IsControl(source[i]) || LineEnds.Contains(source[i]) ? ' ' : source[i];
        });
    }

    /// <summary>
    /// A text of paragraphs: each line end (LF, CR, CR LF, U+0085, U+2028, U+2029) becomes one line feed; every line is
    /// trimmed, the indentation by full-width spaces included; blank lines are left out; control characters other than
    /// tab become spaces.
    /// </summary>
    public static string CleanBody(string text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length + 1);
        var length = 0;
        foreach (var line in text.AsSpan().EnumerateParagraphs())
        {
            if (length > 0) buffer[length++] = '\n';
            foreach (var c in line) buffer[length++] = char.IsControl(c) && c != '\t' ? ' ' : c;
        }

        var clean = buffer.AsSpan(0, length);
        var result = clean.SequenceEqual(text) ? text : clean.ToString();
        ArrayPool<char>.Shared.Return(buffer);
        return result;
    }

    /// <summary>Text in quotes for a message: its beginning, with nothing in it that a terminal would obey.</summary>
    public static string Quote(string text)
    {
        var length = Math.Min(text.Length, ExcerptLength);
        if (length < text.Length && char.IsHighSurrogate(text[length - 1])) length--;
        var quoted = new StringBuilder("\"");
        foreach (var c in text.AsSpan(0, length)) quoted.Append(char.IsControl(c) ? '\uFFFD' : c);
        return quoted.Append(length < text.Length ? "…\"" : "\"").ToString();
    }

    private static ParagraphEnumerator EnumerateParagraphs(this ReadOnlySpan<char> text) => new(text);

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        while (text.Length > 0 && IsInvisible(text[0])) text = text[1..];
        while (text.Length > 0 && IsInvisible(text[^1])) text = text[..^1];
        return text;
    }

    private static bool IsInvisible(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || ZeroWidth.Contains(c);

    private ref struct ParagraphEnumerator(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> _rest = text;

        public ReadOnlySpan<char> Current { get; private set; }

        public readonly ParagraphEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            while (!_rest.IsEmpty)
            {
                var end = _rest.IndexOfAny(LineEnds);
                Current = Trim(end < 0 ? _rest : _rest[..end]);
                _rest = end < 0 ? default : _rest[(end + 1)..];
                if (!Current.IsEmpty) return true;
            }

            return false;
        }
    }
}

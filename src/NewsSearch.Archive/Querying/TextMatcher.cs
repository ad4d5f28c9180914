using System.Buffers;
using NewsSearch.SmartCn.Words;

namespace NewsSearch.Archive.Querying;

/// <summary>Finds many short texts in one pass over a normalised text. Thread-safe.</summary>
internal sealed class TextMatcher
{
    /// <summary>More places of one text are not looked for.</summary>
    public const int MaxMatches = 5_000;

    private readonly SearchValues<char> _beginnings;
    private readonly Dictionary<char, int[]> _byBeginning;
    private readonly HighlightPattern[] _patterns;

    /// <param name="patterns">What to find; a match names it by its place here.</param>
    public TextMatcher(IReadOnlyList<HighlightPattern> patterns)
    {
        _patterns = [.. patterns];
        _byBeginning = Enumerable.Range(0, _patterns.Length).GroupBy(i => _patterns[i].Text[0])
            .ToDictionary(group => group.Key, group => group.OrderByDescending(i => _patterns[i].Text.Length).ToArray());
        _beginnings = SearchValues.Create([.. _byBeginning.Keys]);
    }

    /// <summary>Finds nothing.</summary>
    public static TextMatcher None { get; } = new([]);

    /// <summary>Number of texts.</summary>
    public int Count => _patterns.Length;

    /// <summary>Appends the places of all texts, in the order of their beginnings, the longest first; they may overlap.</summary>
    public void Find(ReadOnlySpan<char> text, List<TextMatch> matches)
    {
        if (_patterns.Length == 0) return;
        for (var at = 0; at < text.Length && matches.Count < MaxMatches; at++)
        {
            var next = text[at..].IndexOfAny(_beginnings);
            if (next < 0) return;
            at += next;
            foreach (var pattern in _byBeginning[text[at]])
                if (IsAt(text, at, _patterns[pattern])) matches.Add(new TextMatch(at, at + _patterns[pattern].Text.Length, pattern));
        }
    }

    private static bool IsAt(ReadOnlySpan<char> text, int at, HighlightPattern pattern)
    {
        if (!text[at..].StartsWith(pattern.Text)) return false;
        var end = at + pattern.Text.Length;
        return !(pattern.BeginsWord && at > 0 && IsJoined(text[at - 1], text[at]))
            && !(pattern.EndsWord && end < text.Length && IsJoined(text[end - 1], text[end]));
    }

    /// <summary>Whether two neighbours belong to one part of a word: letters, or digits.</summary>
    private static bool IsJoined(char one, char other) => WordCharacters.IsDigit(one)
        ? WordCharacters.IsDigit(other)
        : WordCharacters.IsLetter(one) && WordCharacters.IsLetter(other);
}

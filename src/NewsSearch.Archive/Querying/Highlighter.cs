using System.Runtime.InteropServices;
using NewsSearch.SmartCn.Normalization;

namespace NewsSearch.Archive.Querying;

/// <summary>Marks in the text of a hit the characters that matched, and chooses the part of it to show. Belongs to one thread.</summary>
internal sealed class Highlighter
{
    /// <summary>Characters of a snippet, ellipses not counted.</summary>
    public const int SnippetLength = 120;

    /// <summary>Only so many characters of a text are looked at, so that one huge article can't hold up a page of hits.</summary>
    public const int MaxCharacters = 100_000;

    /// <summary>How far before the first match a snippet may begin, to begin with a sentence.</summary>
    private const int MostContext = 30;

    private const string SentenceEnds = "。！？；\n!?;";
    private const string Ellipsis = "…";

    private readonly NormalizedText _normalized = new();
    private readonly List<TextMatch> _matches = [];
    private readonly TextMatcher _matcher;

    public Highlighter(TextMatcher matcher) => _matcher = matcher;

    /// <summary>The whole text with every match.</summary>
    public HighlightedText Highlight(string text) => Cut(text, 0, text.Length, FindMatches(text));

    /// <summary>The part of the text that has the most texts of the query, the first of equals; its beginning if it has none.</summary>
    public HighlightedText Snippet(string text)
    {
        var matches = FindMatches(text);
        var start = matches.Count == 0 ? 0 : StartOfSentence(text, matches[BestWindow(matches)].Start);
        var end = Math.Min(text.Length, start + SnippetLength);
        // A full snippet reads better than a stump at the end of the text.
        if (end == text.Length) start = Math.Min(start, Math.Max(0, end - SnippetLength));
        if (start > 0 && char.IsLowSurrogate(text[start])) start--;
        if (end < text.Length && char.IsLowSurrogate(text[end])) end--;
        return Cut(text, start, end, matches);
    }

    // The places are those of the original text: what became of it to be searched was only the way there.
    private List<TextMatch> FindMatches(string text)
    {
        _matches.Clear();
        if (_matcher.Count == 0) return _matches;
        _normalized.Reset(text.AsMemory(0, Math.Min(text.Length, MaxCharacters)));
        _matcher.Find(_normalized.Text, _matches);
        foreach (ref var match in CollectionsMarshal.AsSpan(_matches))
            match = match with { Start = _normalized.OriginalStart(match.Start), End = _normalized.OriginalEnd(match.End - 1) };
        return _matches;
    }

    private int BestWindow(List<TextMatch> matches)
    {
        var best = 0;
        var bestScore = 0;
        var counts = new int[_matcher.Count];
        var distinct = 0;
        for (int first = 0, next = 0; first < matches.Count; first++)
        {
            while (next < matches.Count && matches[next].End - matches[first].Start <= SnippetLength - MostContext)
                if (counts[matches[next++].Pattern]++ == 0) distinct++;
            // Different texts count far more than one text many times.
            var score = distinct * 1000 + (next - first);
            if (score > bestScore) (best, bestScore) = (first, score);
            if (next == first) next++;
            else if (--counts[matches[first].Pattern] == 0) distinct--;
        }

        return best;
    }

    private static int StartOfSentence(string text, int match)
    {
        var earliest = Math.Max(0, match - MostContext);
        for (var i = match - 1; i >= earliest; i--)
            if (SentenceEnds.Contains(text[i])) return i + 1;
        return earliest == 0 ? 0 : match - MostContext / 2;
    }

    private static HighlightedText Cut(string text, int start, int end, List<TextMatch> matches)
    {
        var prefix = start > 0 ? Ellipsis : "";
        var suffix = end < text.Length ? Ellipsis : "";
        var part = string.Concat(prefix, text.AsSpan(start, end - start), suffix).Replace('\n', ' ');
        var spans = new List<HighlightSpan>();
        foreach (var match in matches)
        {
            if (match.Start < start || match.End > end) continue;
            var span = new HighlightSpan(match.Start - start + prefix.Length, match.End - match.Start);
            if (spans.Count > 0 && spans[^1] is var last && last.Start + last.Length >= span.Start)
                spans[^1] = new HighlightSpan(last.Start, Math.Max(last.Length, span.Start + span.Length - last.Start));
            else spans.Add(span);
        }

        return new HighlightedText(part, spans);
    }
}

namespace NewsSearch.Archive;

/// <summary>A text with the places in it that matched.</summary>
/// <param name="Text">Plain text, not HTML.</param>
/// <param name="Highlights">Places that matched, ascending, not overlapping.</param>
public sealed record HighlightedText(string Text, IReadOnlyList<HighlightSpan> Highlights);

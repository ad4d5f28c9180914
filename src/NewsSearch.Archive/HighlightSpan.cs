namespace NewsSearch.Archive;

/// <summary>A place in a text, in UTF-16 units.</summary>
public readonly record struct HighlightSpan(int Start, int Length);

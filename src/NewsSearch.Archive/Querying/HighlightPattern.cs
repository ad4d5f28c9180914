namespace NewsSearch.Archive.Querying;

/// <summary>A text to be marked where it occurs.</summary>
/// <param name="Text">Normalised, not empty.</param>
/// <param name="BeginsWord">Whether no letter or digit of the same kind may stand before it.</param>
/// <param name="EndsWord">Whether none may stand behind it.</param>
internal sealed record HighlightPattern(string Text, bool BeginsWord, bool EndsWord);

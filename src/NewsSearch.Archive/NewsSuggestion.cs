namespace NewsSearch.Archive;

/// <summary>What a reader may be about to type.</summary>
/// <param name="Text">The text to show.</param>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Query">
/// What to search for: the text, or for a source 来源: and its name. It finds at least one article.
/// </param>
/// <param name="Articles">
/// Number of articles in whose title, keywords or source it was found; a search, which looks into bodies as well, may find more.
/// </param>
public sealed record NewsSuggestion(string Text, SuggestionKind Kind, string Query, int Articles);

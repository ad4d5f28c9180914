using NewsSearch.Archive;

namespace NewsSearch.Web;

/// <summary>The answer of <c>GET /api/suggest</c>.</summary>
/// <param name="Prefix">What was typed.</param>
/// <param name="Suggestions">What may be meant, the likeliest first.</param>
public sealed record SuggestResult(string Prefix, IReadOnlyList<NewsSuggestion> Suggestions);

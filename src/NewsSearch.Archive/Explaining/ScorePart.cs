namespace NewsSearch.Archive.Explaining;

/// <summary>A part of the score of an article.</summary>
/// <param name="Kind">What gave it.</param>
/// <param name="Text">The text that matched, normalised; empty if it was none.</param>
/// <param name="Place">Where it matched; null if it is about the whole article.</param>
/// <param name="Score">What it gave; with the other parts it adds up to the score but for rounding.</param>
/// <param name="Message">All but the number in words, in Chinese.</param>
public sealed record ScorePart(ScorePartKind Kind, string Text, ArticlePlace? Place, float Score, string Message);

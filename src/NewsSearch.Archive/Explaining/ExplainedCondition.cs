namespace NewsSearch.Archive.Explaining;

/// <summary>A condition of a query, tested on one article.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Text">The text, name or days that it is about.</param>
/// <param name="IsMet">Whether the article meets it.</param>
/// <param name="CanBeLoosened">Whether an answer may have articles that don't meet it, where too few do.</param>
/// <param name="Reason">Why the article does not meet it; null if it does.</param>
/// <param name="Places">Where in the article the text stands, of an excluded text too.</param>
/// <param name="Message">All of that in a sentence, in Chinese.</param>
public sealed record ExplainedCondition(
    ConditionKind Kind,
    string Text,
    bool IsMet,
    bool CanBeLoosened,
    UnmetReason? Reason,
    IReadOnlyList<ArticlePlace> Places,
    string Message);

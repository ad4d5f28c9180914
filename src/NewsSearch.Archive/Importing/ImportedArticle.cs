namespace NewsSearch.Archive.Importing;

/// <summary>An article that was read, or the reason why it could not be.</summary>
/// <param name="Article">The article, or null.</param>
/// <param name="Refusal">The reason, or null.</param>
public readonly record struct ImportedArticle(Article? Article, ImportRefusal? Refusal);

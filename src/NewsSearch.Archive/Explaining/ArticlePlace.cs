namespace NewsSearch.Archive.Explaining;

/// <summary>A part of an article that is searched.</summary>
public enum ArticlePlace
{
    /// <summary>The headline.</summary>
    Title,

    /// <summary>The text below it.</summary>
    Body,
}

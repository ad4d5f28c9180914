namespace NewsSearch.Archive;

/// <summary>Where a suggestion comes from.</summary>
public enum SuggestionKind
{
    /// <summary>A word of titles.</summary>
    Word,

    /// <summary>A keyword that an editor gave to articles.</summary>
    Keyword,

    /// <summary>The name of a source.</summary>
    Source,

    /// <summary>The title of an article.</summary>
    Title,
}

namespace NewsSearch.Archive.Explaining;

/// <summary>What gave a part of a score.</summary>
public enum ScorePartKind
{
    /// <summary>A word, the more the rarer it is in the archive, the more often it occurs and the shorter the text.</summary>
    Word,

    /// <summary>A text of characters, whatever words they belong to.</summary>
    Characters,

    /// <summary>What the reader wrote, longer than a unit, as it stands.</summary>
    Exact,

    /// <summary>Two texts near each other.</summary>
    Near,

    /// <summary>A word that begins so.</summary>
    Prefix,

    /// <summary>That more conditions are met than by articles that come after loosening.</summary>
    StricterMatch,

    /// <summary>How many of the pairs of characters of a long text there are.</summary>
    Coverage,

    /// <summary>That the article is new.</summary>
    Freshness,

    /// <summary>Anything else.</summary>
    Other,
}

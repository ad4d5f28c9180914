namespace NewsSearch.Archive.Explaining;

/// <summary>Why an article does not meet a condition.</summary>
public enum UnmetReason
{
    /// <summary>The text is neither in the title nor in the body.</summary>
    Missing,

    /// <summary>The text is in the body, but was asked for in the title.</summary>
    OnlyInBody,

    /// <summary>Both texts are there, but too far apart.</summary>
    TooFarApart,

    /// <summary>The excluded text is there.</summary>
    Present,

    /// <summary>The article has another source, channel or date.</summary>
    OtherValue,

    /// <summary>The source, channel or date of the article is unknown.</summary>
    NoValue,
}

namespace NewsSearch.Archive.Explaining;

/// <summary>What a condition of a query asks for.</summary>
public enum ConditionKind
{
    /// <summary>A unit of the reader's words.</summary>
    Unit,

    /// <summary>A single character between words, together with one of its neighbours.</summary>
    Single,

    /// <summary>A text in quotes or the marks of a title, as it stands.</summary>
    Quoted,

    /// <summary>A word that begins so.</summary>
    Prefix,

    /// <summary>Two texts near each other.</summary>
    Near,

    /// <summary>At least one of several conditions.</summary>
    Alternatives,

    /// <summary>That something does not occur.</summary>
    Excluded,

    /// <summary>A source.</summary>
    Source,

    /// <summary>A channel.</summary>
    Channel,

    /// <summary>Days of publication.</summary>
    Date,
}

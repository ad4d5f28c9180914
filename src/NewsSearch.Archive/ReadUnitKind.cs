namespace NewsSearch.Archive;

/// <summary>How a unit of a query is looked for.</summary>
public enum ReadUnitKind
{
    /// <summary>As these characters in this order, wherever they stand in a text.</summary>
    Characters,

    /// <summary>As a whole word of letters and digits.</summary>
    Word,

    /// <summary>As text in quotes: exactly these characters, whatever they are.</summary>
    Quoted,

    /// <summary>As the beginning of a word.</summary>
    Prefix,

    /// <summary>A single character between words: with the word before it or the one behind it.</summary>
    Single,

    /// <summary>Not asked for; a word such as 的 or 和 that says nothing by itself.</summary>
    Optional,

    /// <summary>Must not occur.</summary>
    Excluded,
}

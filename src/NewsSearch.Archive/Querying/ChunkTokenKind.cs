namespace NewsSearch.Archive.Querying;

/// <summary>What a word of a query is made of.</summary>
internal enum ChunkTokenKind
{
    /// <summary>One Han character.</summary>
    Single,

    /// <summary>Several Han characters.</summary>
    Han,

    /// <summary>Letters, or letters and digits.</summary>
    Letters,

    /// <summary>Digits.</summary>
    Number,

    /// <summary>A number with what it counts, such as 100周年 or 5月21日: characters.</summary>
    Quantity,
}

namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>How the byte strings of a column are stored.</summary>
internal enum BinaryEncoding
{
    /// <summary>One after the other, all of one length.</summary>
    Fixed = 0,

    /// <summary>One after the other, with the end of each in a monotonic sequence.</summary>
    Variable = 1,

    /// <summary>In order, each without the prefix it shares with the one before; one in sixteen in full.</summary>
    Prefix = 2,
}

namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>How the integers of a column are stored.</summary>
internal enum NumericEncoding
{
    /// <summary>In packed blocks.</summary>
    Delta = 0,

    /// <summary>In packed blocks, after taking off the minimum and dividing by the greatest common divisor.</summary>
    Gcd = 1,

    /// <summary>As indexes into a table of at most 256 distinct values.</summary>
    Table = 2,
}

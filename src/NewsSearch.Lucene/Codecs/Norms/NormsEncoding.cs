namespace NewsSearch.Lucene.Codecs.Norms;

/// <summary>How the norms of a field are stored.</summary>
internal enum NormsEncoding
{
    /// <summary>In packed blocks.</summary>
    Delta = 0,

    /// <summary>As indexes into a table of at most 256 distinct values.</summary>
    Table = 1,

    /// <summary>One byte each.</summary>
    Uncompressed = 2,

    /// <summary>In packed blocks, after taking off the minimum and dividing by the greatest common divisor.</summary>
    Gcd = 3,
}

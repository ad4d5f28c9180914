namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>How a column of sets is stored.</summary>
internal enum SortedSetEncoding
{
    /// <summary>A dictionary, the ordinals of all documents in a row, and the end of each document's in that row.</summary>
    WithAddresses = 0,

    /// <summary>As a sorted column, because no document has more than one value.</summary>
    SingleValued = 1,
}

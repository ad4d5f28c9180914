namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>The kind of an entry of the metadata, as its byte says.</summary>
internal enum ColumnKind
{
    Numeric = 0,
    Binary = 1,

    /// <summary>A binary entry with the distinct values and a numeric one with each document's ordinal.</summary>
    Sorted = 2,

    /// <summary>As <see cref="SortedSetEncoding"/> says.</summary>
    SortedSet = 3,
}

namespace NewsSearch.Lucene.Documents;

/// <summary>The kind of a field's column: one value a document, laid out by document for sorting, filtering and counting.</summary>
public enum DocValuesType
{
    /// <summary>The field has no column.</summary>
    None,

    /// <summary>A 64-bit integer.</summary>
    Numeric,

    /// <summary>Bytes, each value for itself.</summary>
    Binary,

    /// <summary>Bytes out of a sorted set of distinct values.</summary>
    Sorted,

    /// <summary>Any number of values out of a sorted set of distinct values.</summary>
    SortedSet,
}

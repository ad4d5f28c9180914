namespace NewsSearch.Lucene.Search;

/// <summary>The order of hits. Hits that are equal in it come in the order of their document numbers.</summary>
public sealed record Sort
{
    private Sort(SortKind kind, string field, bool isDescending, bool isMissingLast)
    {
        Kind = kind;
        Field = field;
        IsDescending = isDescending;
        IsMissingLast = isMissingLast;
    }

    /// <summary>The highest score first.</summary>
    public static Sort Relevance { get; } = new(SortKind.Relevance, "", true, false);

    /// <summary>The column that is sorted by; empty for relevance.</summary>
    public string Field { get; }

    /// <summary>Whether the greatest value comes first.</summary>
    public bool IsDescending { get; }

    /// <summary>Whether documents without a value come last in either direction.</summary>
    public bool IsMissingLast { get; }

    internal SortKind Kind { get; }

    /// <summary>By a numeric column.</summary>
    /// <param name="field">A field with numeric doc values.</param>
    /// <param name="isDescending">Whether the greatest comes first.</param>
    /// <param name="isMissingLast">Whether documents without a value come last; otherwise they count as 0, as in Lucene. Last means among
    /// documents with the extreme 64-bit value, which they can't be told from.</param>
    public static Sort ByNumber(string field, bool isDescending = false, bool isMissingLast = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        return new Sort(SortKind.Number, field, isDescending, isMissingLast);
    }

    /// <summary>By a sorted column, in the order of its values' bytes.</summary>
    /// <param name="field">A field with sorted doc values.</param>
    /// <param name="isDescending">Whether the greatest comes first.</param>
    /// <param name="isMissingLast">Whether documents without a value come last; otherwise they are less than every value, as in Lucene.</param>
    public static Sort ByText(string field, bool isDescending = false, bool isMissingLast = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        return new Sort(SortKind.Text, field, isDescending, isMissingLast);
    }
}

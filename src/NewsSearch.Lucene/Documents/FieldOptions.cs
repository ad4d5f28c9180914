namespace NewsSearch.Lucene.Documents;

/// <summary>What the index does with a field.</summary>
public readonly record struct FieldOptions
{
    /// <summary>Whether the value comes back with the document.</summary>
    public bool IsStored { get; init; }

    /// <summary>What is kept of the terms; <see cref="IndexOptions.None"/> for a field that isn't searched by term.</summary>
    public IndexOptions IndexOptions { get; init; }

    /// <summary>Whether the analyzer cuts the text into terms; otherwise the whole value is one term.</summary>
    public bool IsTokenized { get; init; }

    /// <summary>Whether to leave out norms: scores then ignore the length of the field.</summary>
    public bool OmitsNorms { get; init; }

    /// <summary>The kind of column, if any.</summary>
    public DocValuesType DocValuesType { get; init; }
}

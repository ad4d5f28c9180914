using System.Text;

namespace NewsSearch.Lucene.Documents;

/// <summary>A named value of a document, with what the index does with it.</summary>
public sealed class Field
{
    /// <summary>Longest term in bytes; longer ones can't be indexed (Lucene's IndexWriter.MAX_TERM_LENGTH).</summary>
    public const int MaxTermLength = 32766;

    private Field(string name, StoredValue value, FieldOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Value = value;
        Options = options;
    }

    public string Name { get; }

    public StoredValue Value { get; }

    public FieldOptions Options { get; }

    /// <summary>A field of any options; text is indexed by term, numbers and bytes go to columns or are stored.</summary>
    public static Field Create(string name, StoredValue value, FieldOptions options) => new(name, value, options);

    /// <summary>Text that the analyzer cuts into terms with positions, scored by length.</summary>
    public static Field Text(string name, string text, bool isStored = false) => new(name, StoredValue.Of(text), new FieldOptions
    {
        IsStored = isStored,
        IndexOptions = IndexOptions.DocsFreqsAndPositions,
        IsTokenized = true,
    });

    /// <summary>A value that is one term as it stands: an id, a name to filter by.</summary>
    public static Field Keyword(string name, string text, bool isStored = false) => new(name, StoredValue.Of(text), new FieldOptions
    {
        IsStored = isStored,
        IndexOptions = IndexOptions.Docs,
        OmitsNorms = true,
    });

    /// <summary>A value that only comes back with the document.</summary>
    public static Field Stored(string name, StoredValue value) => new(name, value, new FieldOptions { IsStored = true });

    /// <summary>The document's value in a column of integers.</summary>
    public static Field NumericColumn(string name, long value) => Column(name, StoredValue.Of(value), DocValuesType.Numeric);

    /// <summary>The document's value in a column of bytes.</summary>
    public static Field BinaryColumn(string name, byte[] value) => Column(name, StoredValue.Of(value), DocValuesType.Binary);

    /// <summary>The document's value in a column of distinct values, as UTF-8.</summary>
    public static Field SortedColumn(string name, string value) => Column(name, StoredValue.Of(Encoding.UTF8.GetBytes(value)), DocValuesType.Sorted);

    /// <summary>One of the document's values in a column of distinct values, as UTF-8.</summary>
    public static Field SortedSetColumn(string name, string value) => Column(name, StoredValue.Of(Encoding.UTF8.GetBytes(value)), DocValuesType.SortedSet);

    private static Field Column(string name, StoredValue value, DocValuesType type) => new(name, value, new FieldOptions { DocValuesType = type });
}

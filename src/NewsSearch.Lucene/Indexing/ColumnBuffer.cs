using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Indexing;

/// <summary>The column of one field of the documents in a buffer.</summary>
internal abstract class ColumnBuffer(FieldInfo info)
{
    private int _lastDocId = -1;

    public FieldInfo Info { get; } = info;

    /// <summary>Bytes held.</summary>
    public abstract long AllocatedBytes { get; }

    /// <summary>Whether a document may have more than one value.</summary>
    protected virtual bool AllowsSeveralValues => false;

    /// <summary>Adds the value of a document.</summary>
    /// <exception cref="ArgumentException">The document has one already, or it is of the wrong kind.</exception>
    public void Add(int docId, StoredValue value)
    {
        if (docId == _lastDocId && !AllowsSeveralValues)
            throw new ArgumentException($"Field {Info.Name} has two values in one document; a column of type {Info.DocValuesType} takes one.");
        Append(docId, value);
        _lastDocId = docId;
    }

    public abstract void Flush(DocValuesWriter writer, int docCount);

    protected abstract void Append(int docId, StoredValue value);

    public static ColumnBuffer Create(FieldInfo info, ByteArena arena) => info.DocValuesType switch
    {
        DocValuesType.Numeric => new NumericColumnBuffer(info),
        DocValuesType.Binary => new BinaryColumnBuffer(info),
        DocValuesType.Sorted => new SortedColumnBuffer(info, arena),
        DocValuesType.SortedSet => new SortedSetColumnBuffer(info, arena),
        _ => throw new ArgumentOutOfRangeException(nameof(info), info.DocValuesType, "The field has no column."),
    };
}

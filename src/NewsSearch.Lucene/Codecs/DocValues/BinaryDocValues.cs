namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>A column of bytes. Each thread needs its own.</summary>
internal abstract class BinaryDocValues
{
    /// <summary>The document's value, empty where it has none; valid until the next call.</summary>
    public abstract ReadOnlySpan<byte> Get(int docId);
}

namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>A column of integers. Thread-safe.</summary>
internal abstract class NumericDocValues
{
    /// <summary>The document's value; 0 where it has none.</summary>
    public abstract long Get(int docId);

    /// <summary>The values of several documents: one call for all, which is what makes it fast.</summary>
    /// <param name="docIds">The documents, ascending.</param>
    /// <param name="values">Receives as many values.</param>
    public virtual void GetAll(ReadOnlySpan<int> docIds, Span<long> values)
    {
        for (var i = 0; i < docIds.Length; i++) values[i] = Get(docIds[i]);
    }

    /// <summary>Where values are bytes one after the other: those of some documents as they lie; otherwise nothing.</summary>
    /// <param name="first">The first document.</param>
    /// <param name="last">The last one.</param>
    public virtual ReadOnlySpan<byte> Bytes(int first, int last) => [];
}

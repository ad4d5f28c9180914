namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>A column of distinct values: each document refers to one by its ordinal. Each thread needs its own.</summary>
internal abstract class SortedDocValues
{
    /// <summary>Number of distinct values.</summary>
    public abstract int ValueCount { get; }

    /// <summary>The ordinal of the document's value, or -1 where it has none.</summary>
    public abstract int Ord(int docId);

    /// <summary>The ordinals of several documents; see <see cref="NumericDocValues.GetAll"/>.</summary>
    /// <param name="docIds">The documents, ascending.</param>
    /// <param name="ords">Receives as many ordinals.</param>
    public virtual void Ords(ReadOnlySpan<int> docIds, Span<long> ords)
    {
        for (var i = 0; i < docIds.Length; i++) ords[i] = Ord(docIds[i]);
    }

    /// <summary>The value of an ordinal; ordinals have the order of the values' bytes. Valid until the next call.</summary>
    public abstract ReadOnlySpan<byte> Lookup(int ord);

    /// <summary>Finds the ordinal of a value.</summary>
    /// <returns>The ordinal, or -(ordinal that the value would have) - 1 if no document has it.</returns>
    public abstract int LookupTerm(ReadOnlySpan<byte> term);
}

namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>A column of distinct values: each document refers to one by its ordinal. Each thread needs its own.</summary>
internal abstract class SortedDocValues
{
    /// <summary>Number of distinct values.</summary>
    public abstract int ValueCount { get; }

    /// <summary>The ordinal of the document's value, or -1 where it has none.</summary>
    public abstract int Ord(int docId);

    /// <summary>The value of an ordinal; ordinals have the order of the values' bytes. Valid until the next call.</summary>
    public abstract ReadOnlySpan<byte> Lookup(int ord);

    /// <summary>Finds the ordinal of a value.</summary>
    /// <returns>The ordinal, or -(ordinal that the value would have) - 1 if no document has it.</returns>
    public abstract int LookupTerm(ReadOnlySpan<byte> term);
}

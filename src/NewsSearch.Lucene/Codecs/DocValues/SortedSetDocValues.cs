namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>A column of sets of distinct values: each document refers to any number of them by ordinal. Each thread needs its own.</summary>
internal abstract class SortedSetDocValues
{
    /// <summary>Number of distinct values.</summary>
    public abstract long ValueCount { get; }

    /// <summary>Chooses the document whose ordinals <see cref="NextOrd"/> returns.</summary>
    public abstract void SetDocument(int docId);

    /// <summary>The document's next ordinal in ascending order, or -1 after the last.</summary>
    public abstract long NextOrd();

    /// <summary>The value of an ordinal; ordinals have the order of the values' bytes. Valid until the next call.</summary>
    public abstract ReadOnlySpan<byte> Lookup(long ord);

    /// <summary>Finds the ordinal of a value.</summary>
    /// <returns>The ordinal, or -(ordinal that the value would have) - 1 if no document has it.</returns>
    public abstract long LookupTerm(ReadOnlySpan<byte> term);
}

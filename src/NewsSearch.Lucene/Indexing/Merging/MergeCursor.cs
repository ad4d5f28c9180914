namespace NewsSearch.Lucene.Indexing.Merging;

/// <summary>A run of byte strings in ascending order, one of several that are merged.</summary>
/// <param name="number">Its place among them: equal byte strings come in this order.</param>
internal abstract class MergeCursor(int number)
{
    public int Number { get; } = number;

    /// <summary>The current byte string; valid until the cursor moves.</summary>
    public abstract ReadOnlySpan<byte> Current { get; }

    /// <summary>Moves to the next byte string, if there is one. The cursor begins before the first.</summary>
    public abstract bool MoveNext();
}

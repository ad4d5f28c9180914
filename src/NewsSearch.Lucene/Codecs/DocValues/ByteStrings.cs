namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>Byte strings by index: a column with one a document, or a dictionary in the order of its bytes. Each thread needs its own.</summary>
internal abstract class ByteStrings : BinaryDocValues
{
    /// <summary>Number of byte strings.</summary>
    public abstract long Count { get; }

    /// <summary>One of them; valid until the next call.</summary>
    public abstract ReadOnlySpan<byte> Get(long index);

    public override ReadOnlySpan<byte> Get(int docId) => Get((long)docId);

    /// <summary>Finds a byte string in a dictionary.</summary>
    /// <returns>Its index, or -(index where it would stand) - 1.</returns>
    public virtual long Find(ReadOnlySpan<byte> term)
    {
        var low = 0L;
        var high = Count - 1;
        while (low <= high)
        {
            var middle = low + (high - low) / 2;
            var order = Get(middle).SequenceCompareTo(term);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return -low - 1;
    }
}

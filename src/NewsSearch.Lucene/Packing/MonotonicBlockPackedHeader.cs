namespace NewsSearch.Lucene.Packing;

/// <summary>What a block of <see cref="MonotonicBlockPacked"/> begins with.</summary>
/// <param name="Length">Bytes of the header; the packed run follows.</param>
/// <param name="BitsPerValue">0 to 64; with 0 there is no run and every value lies on the line.</param>
/// <param name="Minimum">The first value.</param>
/// <param name="Average">The slope of the line: what a value is above the one before it, on average.</param>
internal readonly record struct MonotonicBlockPackedHeader(int Length, int BitsPerValue, long Minimum, float Average)
{
    /// <summary>Where the line is at an index in the block.</summary>
    public long Expected(int index) => MonotonicBlockPacked.Expected(Minimum, Average, index);
}

namespace NewsSearch.Lucene.Packing;

/// <summary>What a block of <see cref="BlockPacked"/> begins with.</summary>
/// <param name="Length">Bytes of the header; the packed run follows.</param>
/// <param name="BitsPerValue">0 to 64; with 0 there is no run and every value is the minimum.</param>
/// <param name="Minimum">What is added to each value of the run.</param>
internal readonly record struct BlockPackedHeader(int Length, int BitsPerValue, long Minimum);

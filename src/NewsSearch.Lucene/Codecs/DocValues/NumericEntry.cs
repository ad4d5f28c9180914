namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>What the metadata says of a run of integers. Offsets lie within the data file.</summary>
/// <param name="Encoding">How they are stored.</param>
/// <param name="MissingOffset">Where the bitset of documents with a value stands; -1 if all have one.</param>
/// <param name="Offset">Where the packed integers begin.</param>
/// <param name="Count">Number of integers.</param>
/// <param name="BlockSize">Values in a block; a power of two.</param>
/// <param name="Minimum">With Gcd: what is added to each value.</param>
/// <param name="Divisor">With Gcd: what each value is multiplied by before.</param>
/// <param name="Table">With Table: the distinct values.</param>
internal sealed record NumericEntry(
    NumericEncoding Encoding, long MissingOffset, long Offset, long Count, int BlockSize, long Minimum, long Divisor, long[] Table);

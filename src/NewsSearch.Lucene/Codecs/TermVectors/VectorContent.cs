namespace NewsSearch.Lucene.Codecs.TermVectors;

/// <summary>A field of a document as it is decoded: one number a term, or one an occurrence, in the order of the terms.</summary>
internal sealed class VectorContent(int termCount)
{
    /// <summary>Bytes that a term shares with the one before it.</summary>
    public int[] PrefixLengths { get; } = new int[termCount];

    /// <summary>Bytes that it adds, in <see cref="Suffixes"/>.</summary>
    public int[] SuffixLengths { get; } = new int[termCount];

    public int[] Freqs { get; } = new int[termCount];

    public byte[] Suffixes { get; set; } = [];

    /// <summary>Null where positions are not kept; so are the offsets below.</summary>
    public int[]? Positions { get; set; }

    public int[]? StartOffsets { get; set; }

    public int[]? EndOffsets { get; set; }
}

namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>One entry of a block as read.</summary>
internal readonly ref struct BlockEntry(ReadOnlySpan<byte> suffix, long subBlock)
{
    /// <summary>What <see cref="SubBlock"/> is for a term.</summary>
    public const long NoBlock = -1;

    /// <summary>What follows the block's prefix.</summary>
    public readonly ReadOnlySpan<byte> Suffix = suffix;

    /// <summary>Offset of the block that the entry stands for.</summary>
    public readonly long SubBlock = subBlock;

    public bool IsTerm => SubBlock == NoBlock;
}

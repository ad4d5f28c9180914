namespace NewsSearch.Lucene.Indexing.Merging;

/// <summary>When segments are merged, and which. The defaults are those of Lucene 4.8.</summary>
/// <remarks>Source: Lucene 4.8, org.apache.lucene.index.TieredMergePolicy (API documentation).</remarks>
public sealed record MergePolicyOptions
{
    /// <summary>Segments of about the same size that may stand beside each other, from 2. Fewer make searches faster and writing slower. Default 10.</summary>
    public double SegmentsPerTier { get; init; } = 10;

    /// <summary>Segments merged at once at most, from 2; not more than <see cref="SegmentsPerTier"/>, or merges come too often. Default 10.</summary>
    public int MaxMergeAtOnce { get; init; } = 10;

    /// <summary>Segments merged at once at most when a merge is asked for, from 2. Default 30.</summary>
    public int MaxForcedMergeAtOnce { get; init; } = 30;

    /// <summary>Smaller segments count as this large, in bytes, so that many tiny ones are merged at once. Default 2 MiB.</summary>
    public long FloorSegmentBytes { get; init; } = 2L << 20;

    /// <summary>Merges that nobody asked for make no larger segments, in bytes, as far as sizes can be foretold. Default 5 GiB.</summary>
    public long MaxMergedSegmentBytes { get; init; } = 5L << 30;

    /// <summary>How much merges that drop deleted documents are preferred; 0 not at all. Default 2.</summary>
    public double ReclaimDeletesWeight { get; init; } = 2;

    /// <summary>When deletions are to be reclaimed: segments with more deleted documents than this are merged, in percent. Default 10.</summary>
    public double ForceMergeDeletesPercent { get; init; } = 10;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(SegmentsPerTier, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxMergeAtOnce, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxForcedMergeAtOnce, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(FloorSegmentBytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxMergedSegmentBytes, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(ReclaimDeletesWeight);
        ArgumentOutOfRangeException.ThrowIfNegative(ForceMergeDeletesPercent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ForceMergeDeletesPercent, 100);
    }
}

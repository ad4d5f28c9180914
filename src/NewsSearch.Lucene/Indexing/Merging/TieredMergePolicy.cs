namespace NewsSearch.Lucene.Indexing.Merging;

/// <summary>
/// Chooses segments to merge by their sizes: about equal ones, wherever they stand, so that an index has a few segments of
/// each size and every document is rewritten about once for each tenfold growth. Only counts; it opens and remembers nothing.
/// </summary>
/// <remarks>
/// Source: M. McCandless, Lucene 4.8, org.apache.lucene.index.TieredMergePolicy (API documentation), and "Visualizing Lucene's
/// segment merges" (2011). Unlike there, a merge has at least two segments, unless one was asked to give up its deletions.
/// </remarks>
internal sealed class TieredMergePolicy
{
    private readonly MergePolicyOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public TieredMergePolicy(MergePolicyOptions options)
    {
        options.Validate();
        _options = options;
    }

    /// <summary>Merges that keep the number of segments small; none if there is no need.</summary>
    /// <param name="segments">All segments that can be merged, with those that a merge has already.</param>
    /// <returns>Merges that can run beside each other: no segment is in two.</returns>
    public IReadOnlyList<MergeSpecification> FindMerges(IReadOnlyCollection<SegmentSize> segments)
    {
        // Segments so large that hardly another could join them are left alone and do not count.
        var bySize = LargestFirst(segments).SkipWhile(segment => segment.LiveBytes >= _options.MaxMergedSegmentBytes / 2.0).ToList();
        var allowed = AllowedCount(bySize);
        var mergingBytes = bySize.Where(segment => segment.IsMerging).Sum(segment => segment.LiveBytes);
        bySize.RemoveAll(segment => segment.IsMerging);
        var found = new List<MergeSpecification>();
        while (bySize.Count >= allowed && FindBest(bySize, mergingBytes) is { } best)
        {
            found.Add(best);
            bySize.RemoveAll(segment => best.Segments.Contains(segment));
        }

        return found;
    }

    /// <summary>Merges on the way to a number of segments, whatever their size; to be asked again when they have run, until there are none.</summary>
    /// <param name="segments">All segments that can be merged, with those that a merge has already.</param>
    /// <param name="maxSegmentCount">From 1.</param>
    public IReadOnlyList<MergeSpecification> FindForcedMerges(IReadOnlyCollection<SegmentSize> segments, int maxSegmentCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSegmentCount, 1);
        var bySize = LargestFirst(segments.Where(segment => !segment.IsMerging)).ToList();
        var isMergeRunning = bySize.Count < segments.Count;
        if (bySize.Count == 0 || (maxSegmentCount > 1 && segments.Count <= maxSegmentCount)) return [];
        if (segments.Count == 1) return bySize[0].DeletedCount > 0 ? [new MergeSpecification(bySize)] : [];
        var found = new List<MergeSpecification>();
        var end = bySize.Count;
        for (; end >= _options.MaxForcedMergeAtOnce + maxSegmentCount - 1; end -= _options.MaxForcedMergeAtOnce)
            found.Add(new MergeSpecification(bySize[(end - _options.MaxForcedMergeAtOnce)..end]));
        // The last step waits for the others, else it would not know what it has to merge.
        if (found.Count == 0 && !isMergeRunning) found.Add(new MergeSpecification(bySize[(maxSegmentCount - 1)..end]));
        return found;
    }

    /// <summary>Merges that take the deleted documents out of all segments that have many of them.</summary>
    /// <param name="segments">All segments that can be merged, with those that a merge has already.</param>
    public IReadOnlyList<MergeSpecification> FindForcedDeletesMerges(IReadOnlyCollection<SegmentSize> segments)
    {
        var withDeletes = segments.Where(segment => !segment.IsMerging && segment.DeletedPercent > _options.ForceMergeDeletesPercent);
        return [.. LargestFirst(withDeletes).Chunk(_options.MaxForcedMergeAtOnce).Select(chunk => new MergeSpecification(chunk))];
    }

    private static IEnumerable<SegmentSize> LargestFirst(IEnumerable<SegmentSize> segments) =>
        segments.OrderByDescending(segment => segment.LiveBytes).ThenBy(segment => segment.Name, StringComparer.Ordinal);

    private long Floor(long bytes) => Math.Max(_options.FloorSegmentBytes, bytes);

    /// <summary>How many segments may stand: on each level as many as fit a tier, each level so much larger than the one below as a merge makes it.</summary>
    private int AllowedCount(List<SegmentSize> bySize)
    {
        if (bySize.Count == 0) return 1;
        var levelSize = (double)Floor(bySize[^1].LiveBytes);
        var bytesLeft = (double)bySize.Sum(segment => segment.LiveBytes);
        var allowed = 0.0;
        while (bytesLeft / levelSize >= _options.SegmentsPerTier)
        {
            allowed += _options.SegmentsPerTier;
            bytesLeft -= _options.SegmentsPerTier * levelSize;
            levelSize *= _options.MaxMergeAtOnce;
        }

        return Math.Max(1, (int)(allowed + Math.Ceiling(bytesLeft / levelSize)));
    }

    private MergeSpecification? FindBest(List<SegmentSize> bySize, long mergingBytes)
    {
        MergeSpecification? best = null;
        var bestScore = double.MaxValue;
        // Only full merges: two small segments merged at every flush would be written again and again.
        for (var start = 0; start <= bySize.Count - _options.MaxMergeAtOnce; start++)
        {
            var (candidate, isCutShort) = Collect(bySize, start);
            // Of merges of the largest size one at a time is enough: they take long and much of the disk.
            if (candidate.Count < 2 || (isCutShort && mergingBytes >= _options.MaxMergedSegmentBytes)) continue;
            var score = Score(candidate, isCutShort);
            if (score >= bestScore) continue;
            best = new MergeSpecification(candidate);
            bestScore = score;
        }

        return best;
    }

    /// <summary>Takes segments from there on, passing over those that would make the merged one too large.</summary>
    private (List<SegmentSize> Segments, bool IsCutShort) Collect(List<SegmentSize> bySize, int start)
    {
        var chosen = new List<SegmentSize>();
        var bytes = 0L;
        var isCutShort = false;
        for (var i = start; i < bySize.Count && chosen.Count < _options.MaxMergeAtOnce; i++)
        {
            if (bytes + bySize[i].LiveBytes > _options.MaxMergedSegmentBytes)
            {
                isCutShort = true;
                continue;
            }

            chosen.Add(bySize[i]);
            bytes += bySize[i].LiveBytes;
        }

        return (chosen, isCutShort);
    }

    /// <summary>The lower the better: least for segments of one size, slightly less for small ones, and less where deletions go.</summary>
    private double Score(List<SegmentSize> candidate, bool isCutShort)
    {
        double bytesBefore = candidate.Sum(segment => segment.Bytes);
        double bytesAfter = candidate.Sum(segment => segment.LiveBytes);
        // A merge up to the largest size is as good as one of equal segments: what it makes is not merged again.
        var skew = isCutShort
            ? 1.0 / _options.MaxMergeAtOnce
            : Floor(candidate[0].LiveBytes) / (double)candidate.Sum(segment => Floor(segment.LiveBytes));
        var liveShare = bytesBefore > 0 ? bytesAfter / bytesBefore : 1;
        return skew * Math.Pow(bytesAfter, 0.05) * Math.Pow(liveShare, _options.ReclaimDeletesWeight);
    }
}

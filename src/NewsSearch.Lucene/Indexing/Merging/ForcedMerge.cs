namespace NewsSearch.Lucene.Indexing.Merging;

/// <summary>A request to merge the segments of that moment, and what comes of them, into a few. Guarded by the scheduler's gate.</summary>
internal sealed class ForcedMerge(IEnumerable<LiveSegment> segments, int maxSegments)
{
    private readonly HashSet<LiveSegment> _segments = [.. segments];
    private readonly HashSet<LiveSegment> _made = [];

    public bool IsDone { get; set; }

    /// <summary>Why it was given up; null if it was not.</summary>
    public Exception? Error { get; private set; }

    /// <summary>The merges to begin next; none while those that run have to end first, or when it is done.</summary>
    /// <param name="sizes">Of all live segments that can be merged.</param>
    public IReadOnlyList<MergeSpecification> Find(TieredMergePolicy policy, IReadOnlyDictionary<LiveSegment, SegmentSize> sizes)
    {
        var mine = sizes.Where(entry => _segments.Contains(entry.Key)).ToList();
        // Deletions that came after the request are not its business; else it might never end.
        var isOneMade = mine.Count == 1 && _made.Contains(mine[0].Key);
        var found = isOneMade ? [] : policy.FindForcedMerges([.. mine.Select(entry => entry.Value)], maxSegments);
        IsDone |= found.Count == 0 && !mine.Exists(entry => entry.Value.IsMerging);
        return found;
    }

    /// <summary>A merge has ended; the request goes on with what it made.</summary>
    public void Follow(MergeJob job, Exception? error)
    {
        if (!_segments.Overlaps(job.Sources)) return;
        if (error is not null)
        {
            Error = error;
            IsDone = true;
            return;
        }

        if (job.Result is not { } merged) return;
        _segments.ExceptWith(job.Sources);
        _segments.Add(merged);
        _made.Add(merged);
    }
}

namespace NewsSearch.Lucene.Indexing;

/// <summary>What a repair did.</summary>
/// <param name="LossReport">Name of the file in the index directory that says what is lost; null where nothing was repaired.</param>
/// <param name="BackupFile">Name under which the commit that was newest is kept; null where nothing was repaired.</param>
/// <param name="OldGeneration">N of the segments_N whose segments were taken over.</param>
/// <param name="NewGeneration">N of the new segments_N; the same where nothing was repaired.</param>
/// <param name="IsOlderCommit">Whether the newest commit could not be read, so that an older one was taken: what was committed after it is lost.</param>
/// <param name="DroppedSegments">Names of the segments that are no longer listed.</param>
/// <param name="LostDocCount">Live documents of those segments, as far as their numbers are known.</param>
/// <param name="ReadableLostCount">How many of them the report names by their id.</param>
/// <param name="KeptDocCount">Live documents of the segments that were kept.</param>
public sealed record IndexRepairResult(
    string? LossReport,
    string? BackupFile,
    long OldGeneration,
    long NewGeneration,
    bool IsOlderCommit,
    IReadOnlyList<string> DroppedSegments,
    long LostDocCount,
    long ReadableLostCount,
    long KeptDocCount)
{
    /// <summary>Whether anything was changed.</summary>
    public bool HasRepaired => LossReport is not null;
}

namespace NewsSearch.Lucene.Codecs.Segments;

/// <summary>One commit: the segments it lists, and its user data.</summary>
internal sealed class SegmentInfos
{
    /// <summary>N of segments_N; 0 before the first commit.</summary>
    public long Generation { get; set; }

    /// <summary>Counts changes of the index.</summary>
    public long Version { get; set; }

    /// <summary>Number of the next new segment.</summary>
    public int Counter { get; set; }

    public List<SegmentCommitInfo> Segments { get; init; } = [];

    /// <summary>What the committer wrote beside it.</summary>
    public Dictionary<string, string> UserData { get; init; } = [];
}

namespace NewsSearch.Lucene.Codecs.Segments;

/// <summary>What a segment's .si file says of it.</summary>
internal sealed class SegmentInfo(string name, int docCount)
{
    /// <summary>For example _0.</summary>
    public string Name { get; } = name;

    /// <summary>Documents in the segment, deleted ones included: document numbers are 0 to this, exclusive.</summary>
    public int DocCount { get; } = docCount;

    /// <summary>The Lucene version that wrote it, such as 4.8.</summary>
    public string Version { get; init; } = "4.8";

    /// <summary>Whether its files are in one .cfs file with a table of contents in .cfe.</summary>
    public bool IsCompound { get; init; }

    /// <summary>Notes of the writer: source, os, timestamp and the like.</summary>
    public Dictionary<string, string> Diagnostics { get; init; } = [];

    /// <summary>All its files but those of deletions and updates.</summary>
    public List<string> Files { get; init; } = [];
}

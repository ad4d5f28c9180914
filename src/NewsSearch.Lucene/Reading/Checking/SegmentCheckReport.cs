namespace NewsSearch.Lucene.Reading.Checking;

/// <summary>What a check of a segment found.</summary>
public sealed record SegmentCheckReport
{
    /// <summary>The segment, such as _0.</summary>
    public required string Name { get; init; }

    /// <summary>Documents, deleted ones included; -1 where the file that says so can't be read.</summary>
    public required int DocCount { get; init; }

    /// <summary>Deleted documents.</summary>
    public required int DeletedCount { get; init; }

    /// <summary>Number of its files that were found.</summary>
    public int FileCount { get; init; }

    /// <summary>Their size.</summary>
    public long Bytes { get; init; }

    /// <summary>Terms of all fields that were read.</summary>
    public long TermCount { get; init; }

    /// <summary>Pairs of term and document that were read.</summary>
    public long PostingCount { get; init; }

    /// <summary>The files that are missing, or whose checksum is not that of their bytes.</summary>
    public required IReadOnlyList<string> BrokenFiles { get; init; }

    /// <summary>What is wrong; empty if nothing is.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>Whether the only problem is a format that this engine does not read, though another program may.</summary>
    public bool IsUnsupported { get; init; }

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsClean => Problems.Count == 0;

    /// <summary>Whether <see cref="DocCount"/> could be read.</summary>
    public bool IsDocCountKnown => DocCount >= 0;
}

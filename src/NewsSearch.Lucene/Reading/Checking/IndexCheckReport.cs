namespace NewsSearch.Lucene.Reading.Checking;

/// <summary>What a check of an index found.</summary>
/// <param name="Directory">The directory that was checked.</param>
/// <param name="Generation">N of the newest segments_N file.</param>
/// <param name="CommitProblem">Why that commit can't be read, or null.</param>
/// <param name="Segments">Each segment of the commit.</param>
/// <param name="Leftovers">Files of an index that the commit does not list: of older commits, or of a writer that was killed. They do no harm.</param>
/// <param name="Older">Where the commit can't be read: what an older one holds that can, or null.</param>
public sealed record IndexCheckReport(
    string Directory,
    long Generation,
    string? CommitProblem,
    IReadOnlyList<SegmentCheckReport> Segments,
    IReadOnlyList<string> Leftovers,
    IndexCheckReport? Older)
{
    /// <summary>Whether the commit's list of segments could be read; where it could not, <see cref="Segments"/> is empty.</summary>
    public bool IsReadable { get; init; } = true;

    /// <summary>Whether the list could not be read because its format is none that this engine knows, though another program may.</summary>
    public bool IsCommitUnsupported { get; init; }

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsClean => CommitProblem is null && Segments.All(segment => segment.IsClean);

    /// <summary>Whether all that is wrong is that some of it is in a format that this engine does not read.</summary>
    public bool IsUnsupported =>
        IsCommitUnsupported || (!IsClean && CommitProblem is null && Segments.All(segment => segment.IsClean || segment.IsUnsupported));

    /// <summary>Documents of the segments that are whole, without deleted ones.</summary>
    public long SoundDocCount => Segments.Where(segment => segment.IsClean).Sum(segment => (long)segment.DocCount - segment.DeletedCount);

    /// <summary>Documents of the segments that are broken, without deleted ones; those of a segment whose number of documents is not known do not count.</summary>
    public long BrokenDocCount => Segments.Where(segment => !segment.IsClean && segment.IsDocCountKnown).Sum(segment => (long)segment.DocCount - segment.DeletedCount);
}

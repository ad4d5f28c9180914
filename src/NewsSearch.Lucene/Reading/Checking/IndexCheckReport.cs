namespace NewsSearch.Lucene.Reading.Checking;

/// <summary>What a check of an index found.</summary>
/// <param name="Directory">The directory that was checked.</param>
/// <param name="Generation">N of the segments_N file that was checked; 0 if it could not be read.</param>
/// <param name="CommitProblem">Why the commit itself can't be read, or null.</param>
/// <param name="Segments">Each segment of the commit.</param>
public sealed record IndexCheckReport(string Directory, long Generation, string? CommitProblem, IReadOnlyList<SegmentCheckReport> Segments)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsClean => CommitProblem is null && Segments.All(segment => segment.IsClean);

    /// <summary>Documents of the segments that are whole, without deleted ones.</summary>
    public int SoundDocCount => Segments.Where(segment => segment.IsClean).Sum(segment => segment.DocCount - segment.DeletedCount);

    /// <summary>Documents of the segments that are broken, without deleted ones.</summary>
    public int BrokenDocCount => Segments.Where(segment => !segment.IsClean).Sum(segment => segment.DocCount - segment.DeletedCount);
}

namespace NewsSearch.Lucene.Reading.Checking;

/// <summary>What a check of a segment found.</summary>
/// <param name="Name">The segment, such as _0.</param>
/// <param name="DocCount">Documents, deleted ones included.</param>
/// <param name="DeletedCount">Deleted documents.</param>
/// <param name="Bytes">Size of its files.</param>
/// <param name="TermCount">Terms of all fields that were read.</param>
/// <param name="PostingCount">Pairs of term and document that were read.</param>
/// <param name="Problems">What is wrong, file by file; empty if nothing is.</param>
public sealed record SegmentCheckReport(
    string Name,
    int DocCount,
    int DeletedCount,
    long Bytes,
    long TermCount,
    long PostingCount,
    IReadOnlyList<string> Problems)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsClean => Problems.Count == 0;
}

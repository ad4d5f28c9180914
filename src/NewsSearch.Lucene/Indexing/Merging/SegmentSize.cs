using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Indexing.Merging;

/// <summary>What a merge policy looks at.</summary>
/// <param name="Name">Of the segment, such as _0.</param>
/// <param name="Bytes">Size of its files.</param>
/// <param name="DocCount">Documents, deleted ones included.</param>
/// <param name="DeletedCount">Deleted documents.</param>
/// <param name="IsMerging">Whether a merge that runs already has it: it counts, but is not chosen.</param>
internal readonly record struct SegmentSize(string Name, long Bytes, int DocCount, int DeletedCount, bool IsMerging = false)
{
    /// <summary>The bytes that its live documents are about to take in a merged segment.</summary>
    public long LiveBytes => DocCount == 0 ? 0 : (long)(Bytes * (1 - (double)DeletedCount / DocCount));

    public double DeletedPercent => DocCount == 0 ? 0 : 100.0 * DeletedCount / DocCount;

    /// <summary>The size of a segment on disk.</summary>
    public static SegmentSize Of(IndexDirectory directory, SegmentCommitInfo segment, bool isMerging = false) => new(
        segment.Info.Name, segment.AllFiles().Sum(directory.FileLength), segment.Info.DocCount, segment.DeletedCount, isMerging);
}

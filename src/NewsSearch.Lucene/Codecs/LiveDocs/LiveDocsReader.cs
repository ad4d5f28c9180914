using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.LiveDocs;

/// <summary>Reads which documents of a segment are not deleted.</summary>
internal static class LiveDocsReader
{
    /// <summary>A set bit for each document that is not deleted.</summary>
    public static BitSet Read(IndexDirectory directory, SegmentCommitInfo segment) => throw new NotSupportedException("Not read yet.");
}

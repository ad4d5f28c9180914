using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.LiveDocs;

/// <summary>Writes which documents of a segment are not deleted.</summary>
internal static class LiveDocsWriter
{
    /// <summary>Writes the file of the segment's deletion generation.</summary>
    public static void Write(IndexDirectory directory, SegmentCommitInfo segment, BitSet liveDocs) => throw new NotSupportedException("Not written yet.");
}

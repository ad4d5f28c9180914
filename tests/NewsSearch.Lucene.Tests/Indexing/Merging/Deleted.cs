using NewsSearch.Lucene.Codecs.LiveDocs;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Indexing.Merging;

internal static class Deleted
{
    /// <summary>The segment as it would be with all its documents deleted.</summary>
    public static SegmentReader All(IndexDirectory directory, SegmentReader segment)
    {
        var info = new SegmentCommitInfo(segment.Segment.Info) { DeletionGeneration = 35, DeletedCount = segment.MaxDoc };
        LiveDocsWriter.Write(directory, info, new BitSet(segment.MaxDoc));
        return SegmentReader.Open(directory, info, docBase: 0);
    }
}

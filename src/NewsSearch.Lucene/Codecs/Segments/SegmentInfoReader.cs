using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Segments;

/// <summary>Reads a segment's .si file.</summary>
internal static class SegmentInfoReader
{
    public static SegmentInfo Read(IndexDirectory directory, string segment) => throw new NotSupportedException("Not read yet.");
}

using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Segments;

/// <summary>Writes a segment's .si file; its name must stand in <see cref="SegmentInfo.Files"/> already.</summary>
internal static class SegmentInfoWriter
{
    public static void Write(IndexDirectory directory, SegmentInfo info) => throw new NotSupportedException("Not written yet.");
}

using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Segments;

/// <summary>Reads commits.</summary>
internal static class SegmentInfosReader
{
    /// <summary>The newest commit.</summary>
    /// <exception cref="IndexNotFoundException">There is no segments_N file.</exception>
    public static SegmentInfos ReadLatest(IndexDirectory directory) => throw new NotSupportedException("Not read yet.");

    /// <summary>The largest N of the segments_N files, or -1.</summary>
    public static long LatestGeneration(IndexDirectory directory) => throw new NotSupportedException("Not read yet.");
}

using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Segments;

/// <summary>Writes a commit in two steps: prepared, it changes nothing for readers; finished, it is the newest.</summary>
internal static class SegmentInfosWriter
{
    /// <summary>Writes and syncs segments_N, for N the generation of <paramref name="infos"/>, so that readers do not take it for complete yet.</summary>
    public static void Prepare(IndexDirectory directory, SegmentInfos infos) => throw new NotSupportedException("Not written yet.");

    /// <summary>Makes the prepared commit the newest one and syncs it.</summary>
    public static void Finish(IndexDirectory directory, SegmentInfos infos) => throw new NotSupportedException("Not written yet.");

    /// <summary>Removes a prepared commit.</summary>
    public static void Abandon(IndexDirectory directory, SegmentInfos infos) => throw new NotSupportedException("Not written yet.");
}

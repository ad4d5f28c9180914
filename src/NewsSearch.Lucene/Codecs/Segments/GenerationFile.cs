using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Segments;

/// <summary>The file segments.gen: the generation of the newest commit, for file systems whose listings lag behind.</summary>
internal static class GenerationFile
{
    private const string Pending = SegmentInfosFormat.PendingPrefix + SegmentInfosFormat.GenerationFile;

    /// <summary>
    /// The generation, or -1 where the file is absent or broken: it is a hint that may be half-written at any time, and
    /// segments_N has a checksum of its own.
    /// </summary>
    public static long Read(IndexDirectory directory)
    {
        try
        {
            using var file = directory.OpenFile(SegmentInfosFormat.GenerationFile);
            return Read(new IndexInput(file));
        }
        catch (IOException)
        {
            return -1;
        }
    }

    /// <summary>Writes the file as well as it can be: a commit is complete without it.</summary>
    public static void Write(IndexDirectory directory, long generation)
    {
        try
        {
            // Renamed into place, so that no reader sees half of it.
            using (var output = directory.CreateOutput(Pending))
            {
                output.WriteInt32(SegmentInfosFormat.GenerationFormatChecksum);
                output.WriteInt64(generation);
                output.WriteInt64(generation);
                CodecFile.WriteFooter(output);
            }

            directory.Sync([Pending]);
            directory.Rename(Pending, SegmentInfosFormat.GenerationFile);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The commit stands. What is left of this file names an older one or has no valid checksum: readers pass over both.
        }
    }

    private static long Read(IndexInput input)
    {
        var format = input.ReadInt32();
        if (format == SegmentInfosFormat.GenerationFormatChecksum) CodecFile.VerifyChecksum(input);
        else if (format != SegmentInfosFormat.GenerationFormat) return -1;
        var first = input.ReadInt64();
        var second = input.ReadInt64();
        return first == second ? first : -1;
    }
}

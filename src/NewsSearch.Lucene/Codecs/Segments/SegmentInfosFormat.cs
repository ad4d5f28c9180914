namespace NewsSearch.Lucene.Codecs.Segments;

/// <summary>The files segments_N, one a commit, and segments.gen, which says how far N has come. Grammar and examples: FORMAT.md.</summary>
/// <remarks>Source: Lucene 4.8, org.apache.lucene.index.SegmentInfos (API documentation).</remarks>
internal static class SegmentInfosFormat
{
    /// <summary>Before the underscore and N in base 36.</summary>
    public const string FilePrefix = "segments_";

    /// <summary>Stands before the name of a commit that is written but not the newest yet. Lucene passes over such files.</summary>
    public const string PendingPrefix = "pending_";

    public const string GenerationFile = "segments.gen";

    public const string Codec = "segments";

    public const int Version46 = 1; // Lucene 4.6: generation of field infos and files of updates per segment; at the end a bare Int64 checksum
    public const int Version48 = 2; // Lucene 4.8: footer
    public const int VersionCurrent = Version48;

    /// <summary>The codec of the segments that this engine reads and writes.</summary>
    public const string SegmentCodec = "Lucene46";

    public const int GenerationFormat = -2; // before Lucene 4.8: the generation twice
    public const int GenerationFormatChecksum = -3; // Lucene 4.8: footer

    /// <summary>Bytes that the shortest segment takes in segments_N.</summary>
    public const int ShortestSegment = 1 + 1 + 1 /* name */ + 1 /* codec */ + 8 + 4 + 8 + 4;

    public static string FileName(long generation) => FilePrefix + IndexFileNames.ToBase36(generation);

    public static string PendingFileName(long generation) => PendingPrefix + FileName(generation);

    /// <summary>N of segments_N, or -1 if the file is none.</summary>
    public static long GenerationOf(string fileName) =>
        fileName.StartsWith(FilePrefix, StringComparison.Ordinal) ? IndexFileNames.FromBase36(fileName.AsSpan(FilePrefix.Length)) : -1;
}

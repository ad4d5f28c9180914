namespace NewsSearch.Lucene.Codecs.LiveDocs;

/// <summary>The _N.del file: which documents of a segment are not deleted. Grammar and examples: FORMAT.md.</summary>
/// <remarks>Source: Lucene 4.8, org.apache.lucene.codecs.lucene40.Lucene40LiveDocsFormat (API documentation).</remarks>
internal static class LiveDocsFormat
{
    public const string Extension = "del";
    public const string Codec = "BitVector";

    /// <summary>Stands before the header, where files older than Lucene 4.0 have their size.</summary>
    public const int HasHeader = -2;

    /// <summary>Stands in place of the size before a list of the bytes that are not all ones.</summary>
    public const int IsSparse = -1;

    public const int VersionClearedGaps = 1; // Lucene 4.0: a set bit is a live document
    public const int VersionChecksum = 2; // Lucene 4.8: footer
    public const int VersionCurrent = VersionChecksum;

    /// <summary>Whether the file lists the bytes with deletions instead of all bytes, by the rule of Lucene.</summary>
    public static bool UsesGaps(int docCount, int deletedCount)
    {
        if (deletedCount == 0) return true;
        var averageGap = ByteCount(docCount) / deletedCount;
        var bytesOfGap = averageGap switch
        {
            <= 1 << 7 => 1,
            <= 1 << 14 => 2,
            <= 1 << 21 => 3,
            <= 1 << 28 => 4,
            _ => 5,
        };
        var bits = 8L * sizeof(int) + 8L * (bytesOfGap + 1) * deletedCount;
        // Reading a plain array is that much faster than reading gaps.
        return 10 * bits < docCount;
    }

    public static int ByteCount(int docCount) => (int)((docCount + 7L) >> 3);
}

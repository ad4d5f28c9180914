namespace NewsSearch.Lucene.Codecs.Segments;

/// <summary>The .si file: what is known of one segment. Grammar and example: FORMAT.md.</summary>
/// <remarks>Source: Lucene 4.8, org.apache.lucene.codecs.lucene46.Lucene46SegmentInfoFormat (API documentation).</remarks>
internal static class SegmentInfoFormat
{
    public const string Extension = "si";
    public const string Codec = "Lucene46SegmentInfo";

    public const int VersionStart = 0; // Lucene 4.6
    public const int VersionChecksum = 1; // Lucene 4.8: footer
    public const int VersionCurrent = VersionChecksum;

    public const byte IsCompound = 1;
    public const byte IsNotCompound = 0xFF;
}

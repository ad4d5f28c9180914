namespace NewsSearch.Lucene.Codecs.Compound;

/// <summary>Compound files: all files of a segment in one (.cfs), with their table of contents (.cfe). Grammar and example: FORMAT.md.</summary>
/// <remarks>Source: Lucene 4.8, org.apache.lucene.store.CompoundFileDirectory (API documentation).</remarks>
internal static class CompoundFormat
{
    public const string DataExtension = "cfs";
    public const string EntriesExtension = "cfe";
    public const string DataCodec = "CompoundFileWriterData";
    public const string EntriesCodec = "CompoundFileWriterEntries";

    public const int VersionStart = 0; // Lucene 4.0
    public const int VersionChecksum = 1; // Lucene 4.8: footers
    public const int VersionCurrent = VersionChecksum;

    /// <summary>Bytes of an entry with an empty name: no entry takes less.</summary>
    public const int ShortestEntry = 1 /* name */ + 8 /* offset */ + 8 /* length */;
}

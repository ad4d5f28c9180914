namespace NewsSearch.Lucene.Codecs.Norms;

/// <summary>Constants of the files .nvd (norms) and .nvm (where they stand and how). Grammar: FORMAT.md beside this file.</summary>
/// <remarks>Source: Lucene 4.8, org.apache.lucene.codecs.lucene42.Lucene42NormsFormat (API documentation).</remarks>
internal static class NormsFormat
{
    // The names in the headers say 41 although the format came with Lucene 4.2.
    public const string DataCodec = "Lucene41NormsData";
    public const string DataExtension = "nvd";
    public const string MetadataCodec = "Lucene41NormsMetadata";
    public const string MetadataExtension = "nvm";

    // 0: Lucene 4.2
    // 1: the encoding with a divisor
    // 2: Lucene 4.8, footers with checksums
    public const int OldestVersion = 0;
    public const int ChecksumVersion = 2;
    public const int CurrentVersion = ChecksumVersion;

    /// <summary>The only kind of entry: integers.</summary>
    public const byte Number = 0;

    /// <summary>The most distinct values that a table holds.</summary>
    public const int MaxTableSize = 256;

    /// <summary>Instead of a field's number: the end of the metadata.</summary>
    public const int EndOfFields = -1;
}

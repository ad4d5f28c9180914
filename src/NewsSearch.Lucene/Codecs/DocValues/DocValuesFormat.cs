namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>Constants of the files .dvd (values) and .dvm (where they stand and how). Grammar: FORMAT.md beside this file.</summary>
/// <remarks>Source: Lucene 4.8, org.apache.lucene.codecs.lucene45.Lucene45DocValuesFormat (API documentation).</remarks>
internal static class DocValuesFormat
{
    /// <summary>The format's name as the attributes of a field give it.</summary>
    public const string Name = "Lucene45";

    /// <summary>Tells several file pairs of the format within a segment apart; we write one.</summary>
    public const string Suffix = "0";

    public const string FormatAttribute = "PerFieldDocValuesFormat.format";
    public const string SuffixAttribute = "PerFieldDocValuesFormat.suffix";

    public const string DataCodec = "Lucene45DocValuesData";
    public const string DataExtension = "dvd";
    public const string MetadataCodec = "Lucene45ValuesMetadata";
    public const string MetadataExtension = "dvm";

    // 0: Lucene 4.5
    // 1: a sorted set with at most one value a document is stored as a sorted column
    // 2: Lucene 4.8, footers with checksums
    public const int OldestVersion = 0;
    public const int SingleValuedSetVersion = 1;
    public const int ChecksumVersion = 2;
    public const int CurrentVersion = ChecksumVersion;

    /// <summary>Values in a block of packed integers.</summary>
    public const int BlockSize = 16384;

    /// <summary>One term of a dictionary in so many stands in full and has an address.</summary>
    public const int AddressInterval = 16;

    /// <summary>A wider interval than any writer chose would make a look-up crawl.</summary>
    public const int MaxAddressInterval = 4096;

    /// <summary>The most distinct values that a column keeps in a table.</summary>
    public const int MaxTableSize = 256;

    /// <summary>Instead of the offset of a bitset: every document has a value.</summary>
    public const long NoneMissing = -1;

    /// <summary>Instead of a field's number: the end of the metadata.</summary>
    public const int EndOfFields = -1;

    // 0: runs padded to 8 bytes (before Lucene 4.2); 1: not padded; 2: Lucene 4.9, other distances in monotonic blocks.
    public const int PackedVersion = 1;

    /// <summary>The files' suffix for a suffix attribute, such as Lucene45_0.</summary>
    public static string FileSuffix(string suffix) => $"{Name}_{suffix}";
}

namespace NewsSearch.Lucene.Codecs.StoredFields;

/// <summary>
/// The .fdt and .fdx files: stored fields in chunks of documents, each compressed as a whole, and an index of the
/// chunks. Grammar and example: FORMAT.md.
/// </summary>
/// <remarks>Source: Lucene 4.8, org.apache.lucene.codecs.lucene41.Lucene41StoredFieldsFormat (API documentation).</remarks>
internal static class StoredFieldsFormat
{
    public const string DataExtension = "fdt";
    public const string IndexExtension = "fdx";
    public const string DataCodec = "Lucene41StoredFieldsData";
    public const string IndexCodec = "Lucene41StoredFieldsIndex";

    public const int VersionBigChunks = 1; // Lucene 4.3: chunks of twice the chunk size or more are compressed in slices
    public const int VersionChecksum = 2; // Lucene 4.8: footer; .fdx ends with the length of the chunks
    public const int VersionCurrent = VersionChecksum;

    /// <summary>Version of the packed integers within: bytes, not longs, are the unit.</summary>
    public const int PackedVersion = 1;

    /// <summary>A chunk ends with the document that makes it this long, in bytes before compression.</summary>
    public const int ChunkSize = 1 << 14;

    /// <summary>A chunk ends with this many documents at the latest.</summary>
    public const int MaxDocsPerChunk = 128;

    /// <summary>Chunks in a block of the index.</summary>
    public const int ChunksPerBlock = 1024;

    /// <summary>Before each value: its field number, shifted by this, and its type in the low bits.</summary>
    public const int TypeBits = 3;

    /// <summary>Whether a chunk ends with the document that has just been added.</summary>
    /// <param name="docCount">Documents in the chunk.</param>
    /// <param name="length">Its bytes before compression.</param>
    public static bool IsFull(int docCount, long length) => docCount == MaxDocsPerChunk || length >= ChunkSize;

    /// <summary>Whether a chunk of that many bytes is compressed in slices of the chunk size.</summary>
    public static bool IsSliced(long length, int chunkSize) => length >= 2L * chunkSize;
}

namespace NewsSearch.Lucene.Codecs.TermVectors;

/// <summary>
/// The .tvd and .tvx files: the terms of each document, field by field, in chunks of documents, and an index of the
/// chunks, which has the form of the stored fields' index. Grammar and example: FORMAT.md.
/// </summary>
/// <remarks>
/// Source: Lucene 4.8, org.apache.lucene.codecs.lucene42.Lucene42TermVectorsFormat (API documentation). Its headers do
/// name stored fields: an oversight of Lucene 4.2 that became the format.
/// </remarks>
internal static class TermVectorsFormat
{
    public const string DataExtension = "tvd";
    public const string IndexExtension = "tvx";
    public const string DataCodec = "Lucene41StoredFieldsData";
    public const string IndexCodec = "Lucene41StoredFieldsIndex";

    public const int VersionStart = 0; // Lucene 4.2
    public const int VersionChecksum = 1; // Lucene 4.8: footer; .tvx ends with the length of the chunks
    public const int VersionCurrent = VersionChecksum;

    /// <summary>Version of the packed integers within: bytes, not longs, are the unit.</summary>
    public const int PackedVersion = 1;

    /// <summary>Values in a block of packed integers.</summary>
    public const int BlockSize = 64;

    /// <summary>Bits of <see cref="VectorFlags"/>.</summary>
    public const int FlagBits = 3;

    /// <summary>In the byte before the field numbers: the low bits are their width, the others their count, less one.</summary>
    public const int WidthBits = 5;

    /// <summary>A count of fields, less one, that does not fit beside the width: the rest follows.</summary>
    public const int LongFieldCount = 7;
}

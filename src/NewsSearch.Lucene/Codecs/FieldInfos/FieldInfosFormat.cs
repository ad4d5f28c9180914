using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Codecs.FieldInfos;

/// <summary>The .fnm file: the fields of a segment. Grammar and example: FORMAT.md.</summary>
/// <remarks>Source: Lucene 4.8, org.apache.lucene.codecs.lucene46.Lucene46FieldInfosFormat (API documentation).</remarks>
internal static class FieldInfosFormat
{
    public const string Extension = "fnm";
    public const string Codec = "Lucene46FieldInfos";

    public const int VersionStart = 0; // Lucene 4.6
    public const int VersionChecksum = 1; // Lucene 4.8: footer
    public const int VersionCurrent = VersionChecksum;

    /// <summary>Bytes of a field with an empty name and no attributes: no field takes less.</summary>
    public const int ShortestField = 1 /* name */ + 1 /* number */ + 1 /* bits */ + 1 /* types */ + 8 /* generation */ + 4 /* attributes */;

    private const DocValuesType LastType = DocValuesType.SortedSet;

    /// <summary>The column's type as the file's number for it, in four bits.</summary>
    public static byte NumberOf(DocValuesType type) => (byte)type;

    /// <summary>The column's type for the file's number, or null if it stands for none.</summary>
    public static DocValuesType? TypeOf(int number) =>
        number <= (int)LastType ? (DocValuesType)number : null;
}

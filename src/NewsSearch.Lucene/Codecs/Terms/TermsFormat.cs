namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>The term dictionary (.tim) and its index (.tip): Lucene's block tree.</summary>
/// <remarks>Grammar: FORMAT.md beside this file. Source: Lucene 4.8, BlockTreeTermsWriter (API documentation).</remarks>
internal static class TermsFormat
{
    public const string TermsExtension = "tim";
    public const string IndexExtension = "tip";

    public const string TermsCodec = "BLOCK_TREE_TERMS_DICT";
    public const string IndexCodec = "BLOCK_TREE_TERMS_INDEX";

    /// <summary>The metadata of a term begins with numbers that are the same for all terms of the field (Lucene 4.5).</summary>
    public const int VersionMetaArray = 2;

    /// <summary>Files end with a footer (Lucene 4.8).</summary>
    public const int VersionChecksum = 3;

    public const int OldestVersion = VersionMetaArray;
    public const int CurrentVersion = VersionChecksum;

    /// <summary>Header of a transducer in the index file.</summary>
    public const string FstCodec = "FST";

    public const int FstVersion = 4;

    /// <summary>Field attributes that say in which format, and in files of which suffix, the field's terms are.</summary>
    public const string FormatAttribute = "PerFieldPostingsFormat.format";

    public const string SuffixAttribute = "PerFieldPostingsFormat.suffix";

    /// <summary>The only suffix attribute that is written.</summary>
    public const string Suffix = "0";

    /// <summary>Terms are longer nowhere in Lucene.</summary>
    public const int MaxTermLength = 32766;

    /// <summary>From so many terms and blocks under a common prefix on, they become a block.</summary>
    public const int MinBlockEntries = 25;

    /// <summary>More of them are spread over several blocks by the byte after the prefix, except without a prefix.</summary>
    public const int MaxBlockEntries = 48;

    /// <summary>In the code of a block in the index: the block goes on in floor blocks.</summary>
    public const int FloorFlag = 1;

    /// <summary>In the code of a block in the index: the block holds terms, not only blocks.</summary>
    public const int TermsFlag = 2;

    /// <summary>Bits of flags below the block's offset.</summary>
    public const int FlagBits = 2;

    /// <summary>The code of a block, its floor blocks included, is never longer.</summary>
    public const int MaxBlockCodeLength = 9 /* offset and flags */ + 5 /* floor blocks */ + 256 * (1 /* lead */ + 9 /* offset */);

    /// <summary>How the files of one format and suffix are told apart in their names, such as Lucene41_0.</summary>
    public static string FileSuffix(string format, string suffix) => $"{format}_{suffix}";
}

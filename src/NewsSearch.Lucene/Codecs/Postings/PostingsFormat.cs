namespace NewsSearch.Lucene.Codecs.Postings;

/// <summary>The files of documents (.doc), positions (.pos) and offsets and payloads (.pay): Lucene 4.1's postings.</summary>
/// <remarks>Grammar: FORMAT.md beside this file. Source: Lucene 4.8, Lucene41PostingsFormat (API documentation).</remarks>
internal static class PostingsFormat
{
    /// <summary>The name that a field's attributes give this format.</summary>
    public const string Name = "Lucene41";

    public const string DocExtension = "doc";
    public const string PosExtension = "pos";
    public const string PayExtension = "pay";

    public const string DocCodec = "Lucene41PostingsWriterDoc";
    public const string PosCodec = "Lucene41PostingsWriterPos";
    public const string PayCodec = "Lucene41PostingsWriterPay";

    /// <summary>Heads the part of the terms file that says how postings are referred to.</summary>
    public const string TermsCodec = "Lucene41PostingsWriterTerms";

    /// <summary>The metadata of a term begins with all its file offsets (Lucene 4.5).</summary>
    public const int VersionMetaArray = 1;

    /// <summary>Files end with a footer (Lucene 4.8).</summary>
    public const int VersionChecksum = 2;

    public const int OldestVersion = VersionMetaArray;
    public const int CurrentVersion = VersionChecksum;

    /// <summary>Numbers in a packed block; what is left over at the end of a list is written as VInts.</summary>
    public const int BlockSize = 128;

    /// <summary>Every so many entries of a level of skip data, the level above has one.</summary>
    public const int SkipMultiplier = 8;

    public const int MaxSkipLevels = 10;

    /// <summary>Number of levels of the skip data of a list of that many documents.</summary>
    public static int SkipLevels(int docCount)
    {
        var levels = 1;
        for (var blocks = docCount / BlockSize; blocks >= SkipMultiplier && levels < MaxSkipLevels; blocks /= SkipMultiplier) levels++;
        return levels;
    }
}

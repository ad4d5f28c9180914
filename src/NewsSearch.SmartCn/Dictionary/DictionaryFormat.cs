namespace NewsSearch.SmartCn.Dictionary;

/// <summary>Constants of the file SmartCn.dict; FORMAT.md has its grammar.</summary>
internal static class DictionaryFormat
{
    public const string ResourceName = "NewsSearch.SmartCn.Dictionary.SmartCn.dict";

    /// <summary>Version 1: words with counts, then bigrams with counts.</summary>
    public const byte Version = 1;

    /// <summary>The longest word that a reader accepts; the longest in the dictionary has 13 characters.</summary>
    public const int MaxWordLength = 64;

    /// <summary>The most words that a reader accepts: their numbers and those of their prefixes must fit into 17 bits.</summary>
    public const int MaxWordCount = 1 << 17;

    /// <summary>The most bigrams that a reader accepts.</summary>
    public const int MaxBigramCount = 1 << 22;

    /// <summary>The most bytes that a reader decompresses.</summary>
    public const int MaxLength = 1 << 26;

    /// <summary>The first bytes of the file, "NSCN".</summary>
    public static ReadOnlySpan<byte> Magic => "NSCN"u8;
}

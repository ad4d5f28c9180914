namespace NewsSearch.SmartCn.Normalization;

/// <summary>Constants of the file Normalization.bin; FORMAT.md has its grammar.</summary>
internal static class NormalizationFormat
{
    public const string ResourceName = "NewsSearch.SmartCn.Normalization.Normalization.bin";

    /// <summary>Version 1: code points with what they become.</summary>
    public const byte Version = 1;

    /// <summary>The most UTF-16 units that one code point becomes; an Arabic ligature of four words has 18.</summary>
    public const int MaxResultLength = 32;

    /// <summary>The most bytes that a reader decompresses.</summary>
    public const int MaxLength = 1 << 20;

    /// <summary>The first bytes of the file, "NSNT".</summary>
    public static ReadOnlySpan<byte> Magic => "NSNT"u8;
}

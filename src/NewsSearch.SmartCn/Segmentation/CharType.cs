namespace NewsSearch.SmartCn.Segmentation;

/// <summary>The kinds of characters that SmartCn tells apart.</summary>
internal enum CharType : byte
{
    Delimiter,
    Letter,
    Digit,
    Han,
    Space,
    FullWidthLetter,
    FullWidthDigit,

    /// <summary>Any other: it is a word of its own, read like a foreign word.</summary>
    Other,

    /// <summary>Half of a character beyond U+FFFF.</summary>
    Surrogate,
}

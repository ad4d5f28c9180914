namespace NewsSearch.SmartCn.Segmentation;

/// <summary>What a token of the segmenter is, which decides the form of its term.</summary>
internal enum TokenKind : byte
{
    /// <summary>A word of Han characters, a single one, or a character beyond U+FFFF. The term leaves out spaces inside.</summary>
    Word,

    /// <summary>A run of letters, or a character of no other kind. The term is in lower case.</summary>
    String,

    /// <summary>A run of digits. The term is the text itself.</summary>
    Number,

    /// <summary>A run with full-width letters or digits. The term is in half width and lower case.</summary>
    FullWidth,

    /// <summary>A punctuation mark or symbol. The term of all of them is a comma.</summary>
    Delimiter,
}

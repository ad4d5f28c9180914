namespace NewsSearch.SmartCn.Sentences;

/// <summary>How a character acts on sentence breaks. The numbers are those of the runs in SentenceClasses.bin.</summary>
internal enum SentenceClass : byte
{
    /// <summary>Non-spacing and enclosing marks and format characters: they belong to what stands before them.</summary>
    Ignored,

    /// <summary>Numbers and the comma: what follows a full stop inside "3.5" and "a.,".</summary>
    Number,

    /// <summary>U+2029.</summary>
    ParagraphSeparator,

    /// <summary>The full stops '.' and '．', which end a sentence only if what follows looks like a beginning.</summary>
    FullStop,

    /// <summary>The straight quotation marks, which open and close alike.</summary>
    Quote,

    /// <summary>'!', '?', '。', '！' and '？', which always end a sentence.</summary>
    Terminator,

    /// <summary>Letters that may begin a sentence: upper case and scripts without case, Han among them.</summary>
    Letter,

    /// <summary>Lower case letters, which do not begin a sentence after one space.</summary>
    LowerCase,

    /// <summary>The dandas U+0964 and U+0965, which end a sentence together with the spaces behind them.</summary>
    Danda,

    /// <summary>Everything else: opening brackets, dashes, symbols, controls, surrogates that stand alone.</summary>
    Other,

    /// <summary>Closing brackets and quotation marks.</summary>
    Closing,

    /// <summary>Spaces, tab, form feed and the line ends CR, LF and U+2028.</summary>
    Space,
}

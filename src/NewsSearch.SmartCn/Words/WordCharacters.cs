namespace NewsSearch.SmartCn.Words;

/// <summary>Characters of normalised text that form words by standing side by side, as Han characters do not.</summary>
/// <remarks>Fixed ranges and not <see cref="char.IsLetter(char)"/>, which follows the runtime's Unicode version: indexes depend on them.</remarks>
public static class WordCharacters
{
    /// <summary>0 to 9; normalised text has no other digits of these.</summary>
    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    /// <summary>A letter of an alphabet: Latin, Greek, Cyrillic, Armenian, Hebrew or Arabic.</summary>
    public static bool IsLetter(char c) => c < '\u0080' ? c is >= 'a' and <= 'z' : c <= '\u1FFF' && IsOtherLetter(c);

    /// <summary>A letter or a digit.</summary>
    public static bool IsLetterOrDigit(char c) => IsLetter(c) || IsDigit(c);

    /// <summary>The value of a Han numeral of one digit, or -1.</summary>
    internal static int HanDigit(char c) => c switch
    {
        '〇' or '零' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => -1,
    };

    private static bool IsOtherLetter(char c) => c is >= '\u00DF' and <= '\u02AF' and not '\u00F7'
        or >= '\u0370' and <= '\u0373' or '\u0377' or >= '\u0386' and <= '\u0481' or >= '\u048A' and <= '\u052F' and not '\u0387'
        or >= '\u0561' and <= '\u0587' or >= '\u05D0' and <= '\u05EA' or >= '\u0620' and <= '\u064A' or >= '\u0671' and <= '\u06D3'
        or >= '\u1E00';
}

using NewsSearch.SmartCn.Dictionary;

namespace NewsSearch.SmartCn.Segmentation;

/// <summary>The <see cref="CharType"/> of every UTF-16 unit.</summary>
internal static class CharTypes
{
    private static readonly byte[] s_types = Build();

    /// <summary>One byte for each of U+0000 to U+FFFF.</summary>
    public static ReadOnlySpan<byte> Table => s_types;

    private static byte[] Build()
    {
        var types = new byte[0x10000];
        for (var c = 0; c < types.Length; c++) types[c] = (byte)Classify((char)c);
        return types;
    }

    private static CharType Classify(char c) => c switch
    {
        _ when char.IsSurrogate(c) => CharType.Surrogate,
        >= WordTrie.FirstHan and <= WordTrie.LastHan => CharType.Han,
        >= 'A' and <= 'Z' or >= 'a' and <= 'z' => CharType.Letter,
        >= '0' and <= '9' => CharType.Digit,
        ' ' or '\t' or '\r' or '\n' or '\u3000' => CharType.Space,
        >= '\u0021' and <= '\u00BB' or >= '\u2010' and <= '\u2642' or >= '\u3001' and <= '\u301E' => CharType.Delimiter,
        >= '\uFF21' and <= '\uFF3A' or >= '\uFF41' and <= '\uFF5A' => CharType.FullWidthLetter,
        >= '\uFF10' and <= '\uFF19' => CharType.FullWidthDigit,
        >= '\uFE30' and <= '\uFF63' => CharType.Delimiter,
        _ => CharType.Other,
    };
}

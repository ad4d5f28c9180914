namespace NewsSearch.SmartCn.Normalization;

/// <summary>
/// Makes texts alike that readers take for the same: 臺灣 and 台湾, Ｃ９１９ and c919, “ ” and 「 」. What is indexed and what is searched
/// for go through it before anything else.
/// </summary>
/// <remarks>
/// Each Unicode scalar is replaced by itself, so that normalise(a + b) = normalise(a) + normalise(b), but for white space where they meet:
/// compatibility forms and full width (NFKC_Casefold of Unicode 15), lower case, letters without accents, traditional characters as
/// simplified ones (Unihan), quotation marks, dashes and middle dots in one form, every run of white space as one space, nothing for
/// controls and what can't be seen, U+FFFD for half a surrogate pair. 〇 stays, and ○ becomes 〇. tools/UnicodeTables makes the table.
/// Twice is the same as once.
/// </remarks>
public static class TextNormalizer
{
    private const int MaxKeptLength = 1 << 16;

    [ThreadStatic]
    private static NormalizedText? t_text;

    /// <summary>The text after normalisation.</summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var normalized = t_text ??= new NormalizedText();
        normalized.Reset(text.AsMemory());
        var result = normalized.Text.SequenceEqual(text) ? text : normalized.Text.ToString();

        // The text is not to be kept alive, nor the buffers of an extraordinary one.
        if (text.Length > MaxKeptLength) t_text = null;
        else normalized.Reset(default);
        return result;
    }
}

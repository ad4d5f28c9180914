using NewsSearch.SmartCn.Normalization;

namespace NewsSearch.SmartCn.Words;

/// <summary>
/// A normalised text as the segmenter is to see it, unit for unit: SmartCn's dictionary knows what follows ， and “ but nothing about , and
/// ", takes 〇 for punctuation, and cuts 一九四九 into digits.
/// </summary>
internal sealed class SegmentationText
{
    /// <summary>Digits of a number without 〇, as in 一九四九.</summary>
    private const int ShortestNumeral = 4;

    private char[] _view = [];
    private int _length;

    public ReadOnlySpan<char> Text => _view.AsSpan(0, _length);

    public void Reset(NormalizedText text, ReadOnlySpan<char> original)
    {
        var source = text.Text;
        _length = source.Length;
        if (_view.Length < _length) _view = new char[Math.Max(_length, (int)Math.Min(2L * _view.Length, Array.MaxLength))];
        source.CopyTo(_view);
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            if (c >= '〇' && WordCharacters.HanDigit(c) >= 0) i = WriteNumeral(source, i) - 1;
            else if (c is '"' or '\'') _view[i] = Quote(c, original[text.OriginalStart(i)]);
            else if (c is >= '!' and <= '?') _view[i] = Punctuation(source, i);
        }
    }

    /// <summary>Writes a number spelt digit by digit, such as 二〇〇二, in digits, and returns where it ends. 一 and 二三 alone are words.</summary>
    private int WriteNumeral(ReadOnlySpan<char> source, int start)
    {
        var end = start;
        while (end < source.Length && WordCharacters.HanDigit(source[end]) >= 0) end++;
        if (end - start < ShortestNumeral && !source[start..end].Contains('〇')) return end;
        for (var i = start; i < end; i++) _view[i] = (char)('0' + WordCharacters.HanDigit(source[i]));
        return end;
    }

    private static char Quote(char normalized, char original) => original is '“' or '”' or '‘' or '’' or '『' or '』' ? original : normalized;

    private static char Punctuation(ReadOnlySpan<char> source, int at) => source[at] switch
    {
        ',' or ':' when IsBetweenDigits(source, at) => source[at],
        ',' => '，',
        ':' => '：',
        ';' => '；',
        '!' => '！',
        '?' => '？',
        '(' => '（',
        ')' => '）',
        var other => other,
    };

    private static bool IsBetweenDigits(ReadOnlySpan<char> source, int at) =>
        at > 0 && at + 1 < source.Length && WordCharacters.IsDigit(source[at - 1]) && WordCharacters.IsDigit(source[at + 1]);
}

using System.Text;

namespace NewsSearch.SmartCn.Tests.Support;

/// <summary>Random texts of characters that the rules treat differently, and of words between them.</summary>
internal sealed class RandomText(int seed)
{
    private static readonly string[] s_pieces =
    [
        // The ends of sentences and what may stand around them.
        ".", ".", "．", "!", "?", "。", "。", "！", "？", "\"", "'", ")", "]", "”", "’", "》", "（", "(", "“", "《", "\u0964", "\u0965", ",",
        "\u2029", "\u2028", "\n", "\n", "\r", "\u0085", " ", " ", " ", "\t", "\f", "\u3000", "\u00A0", "\u2002",

        // Marks, format characters, controls and what is hardly a character.
        "\u0300", "\u00AD", "\u200B", "\uFEFF", "\u0600", "\u20DD", "\0", "\u001F", "\uFFFF", "\uFFFE", "\uFFFD", "\uE000",
        "\uD83D", "\uDE00", "\uD800", "\uDFFF", "\U0001F600", "\U00020BB7", "\U0001D400", "\U0001D41A", "\U00010A03", "\U000E0001",

        // Letters and digits of several kinds.
        "a", "b", "s", "y", "e", "ing", "A", "Z", "é", "Σ", "ß", "ª", "ǅ", "ñ", "Ж", "ж", "א", "あ", "カ", "한", "㐀", "\u9FA6", "〇",
        "0", "5", "9", "½", "²", "٣", "Ⅷ", "０", "９", "Ａ", "Ｚ", "ａ", "ｚ", "～", "￥", "・", "·", "—", "…", "－", "#", "%", "$", "/", "-", "+",

        // Words, parts of words, and words that overlap.
        "中", "国", "人", "民", "的", "了", "和", "一", "不", "大", "会", "议", "中国", "人民", "共和国", "中华人民共和国", "新闻", "新闻发布会", "研究生",
        "生命", "起源", "南京市", "长江", "大桥", "市长", "北京大学", "学生", "生活", "公里", "小时", "有意见", "分歧", "结合成", "分子时", "繁體", "臺灣",
        "龘", "囧", "朱", "running", "Relational", "e.g.", "U.S.", "3.5", "1,024", "5G", "C919", "iPhone",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A text of up to so many pieces; some texts use all pieces, others only a few of them, which then meet often.</summary>
    public string Next(int maxPieces)
    {
        var choice = Enumerable.Range(0, _random.Next(2, 12)).Select(_ => s_pieces[_random.Next(s_pieces.Length)]).ToArray();
        var pieces = _random.Next(2) == 0 ? s_pieces : choice;
        var text = new StringBuilder();
        for (var count = _random.Next(maxPieces + 1); count > 0; count--) text.Append(pieces[_random.Next(pieces.Length)]);
        return text.ToString();
    }
}

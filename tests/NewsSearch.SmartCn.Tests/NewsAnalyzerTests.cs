using System.Text;
using FsCheck.Xunit;
using NewsSearch.Lucene.Analysis;
using NewsSearch.SmartCn.Normalization;
using NewsSearch.SmartCn.Tests.Support;

namespace NewsSearch.SmartCn.Tests;

/// <summary>Words are SmartCn's after normalisation; what is made of letters and digits is found whole and by its parts; nothing but punctuation is lost.</summary>
public sealed class NewsAnalyzerTests
{
    private static readonly NewsAnalyzer s_analyzer = new();

    [Theory]
    [InlineData("国产大飞机C919首飞", "国产 大 飞机 c919|c|919 首 飞")]
    [InlineData("5G和ＡＩ带动GDP增长3.5%", "5g|5|g 和 ai 带动 gdp 增长 3.5%|3.5")]
    [InlineData("2024年5月21日，COVID-19", "2024 年 5 月 21 日 _ covid-19|covid|19")]
    [InlineData("T+1交收，涨5%－6％", "t+1|t|1 交 收 _ 涨 5%|5 _ 6%|6")]
    [InlineData("3-5%", "3-5%|3|5%|5")]
    [InlineData("1,024人，12,345.6元；1,2,3", "1,024|1024 人 _ 12,345.6|12345.6 元 _ 1 _ 2 _ 3")]
    [InlineData("PM2.5，1.6T；v2.0.1", "pm2.5|pm|2.5 _ 1.6t|1.6|t _ v2.0.1|v2|v|2|0|1")]
    [InlineData("2024.5.21", "2024.5.21|2024|5|21")]
    [InlineData("18:02 AT&T www.gov.cn iPhone15Pro U.S.", "18:02|18|02 at&t|at|t www.gov.cn|www|gov|cn iphone15pro|iphone|15|pro u.s|u|s _")]
    [InlineData("it's 'quoted' C++ 18+ a+b", "it's|it|s _ quoted _ c++|c 18+|18 a+b|a|b")]
    [InlineData("二〇〇二年", "二〇〇二 年")]
    [InlineData("一九九七年和三○一医院", "一九九七 年 和 三〇一 医院")]
    [InlineData("二零二四年三月十五日，一五一十", "二零二四 年 三月 十五日 _ 一五一十")]
    [InlineData("〇", "〇")]
    [InlineData("Россия Ελλάδα", "россия ελλαδα")]
    [InlineData("\U00020BB7野家", "\U00020BB7 野 家")]
    [InlineData("國際論壇", "国际 论坛")]
    [InlineData("臺灣「頭髮」", "台湾 _ 头发 _")]
    [InlineData("Running relations", "running relations")]
    [InlineData("中\n国", "中国")]
    public void Texts_have_these_words(string text, string expected) => Assert.Equal(expected, Words(text));

    [Fact]
    public void Words_lie_where_they_stand_in_the_original() => Assert.Equal(
        "c919/2/6/2 c/2/3/0 919/3/6/0 1,024/7/12/2 1024/7/12/0 \\u53f0\\u6e7e/13/15/2 $17/1",
        TokenLine.Of(s_analyzer.CreateStream("body"), "“\u200BＣ９１９，１，０２４“臺灣”\u200B"));

    [Fact]
    public void Punctuation_is_known_to_the_segmenter_in_whatever_width()
    {
        var stream = s_analyzer.CreateStream("body");
        var smartCn = new SmartChineseAnalyzer(stemEnglish: false).CreateStream("body");
        var count = 0;
        foreach (var text in Fixture.Lines("golden-texts.txt").Select(Escaped.Unescape))
        {
            // Traditional characters, digits and letters are cut otherwise.
            if (!text.All(c => Han(c) || "，。！？；：、“”‘’（）《》—".Contains(c)) || text.Length > 1000) continue;
            if (!TextNormalizer.Normalize(text).Where(Han).SequenceEqual(text.Where(Han))) continue;
            Assert.Equal(TokenLine.Of(smartCn, text), TokenLine.Of(stream, text));
            count++;
        }

        Assert.True(count > 20, $"only {count} texts");
    }

    [Property(MaxTest = 500)]
    public void Every_character_that_is_no_punctuation_is_in_a_word(int seed)
    {
        var text = new RandomText(seed).Next(80);
        var covered = new bool[text.Length];
        var stream = s_analyzer.CreateStream("body");
        stream.Reset(text.AsMemory());
        var last = 0;
        while (stream.MoveNext())
        {
            Assert.InRange(stream.StartOffset, last, text.Length - 1);
            Assert.InRange(stream.EndOffset, stream.StartOffset + 1, text.Length);
            Assert.False(stream.Term.IsEmpty);
            last = stream.StartOffset;
            covered.AsSpan(stream.StartOffset..stream.EndOffset).Fill(true);
        }

        for (var i = 0; i < text.Length; i++)
            Assert.True(covered[i] || !(Han(text[i]) || char.IsAsciiLetterOrDigit(text[i]) || text[i] == '〇'), $"{Escaped.Escape(text)} loses {i}");
    }

    [Theory]
    [InlineData("a-", 500_000)]
    [InlineData("a1", 500_000)]
    [InlineData("1,", 500_000)]
    [InlineData("x", 1_000_000)]
    [InlineData("〇", 1_000_000)]
    [InlineData("一", 1_000_000)]
    [InlineData("中 ", 500_000)]
    [InlineData("\U00020BB7", 500_000)]
    [InlineData("\\ud800", 1_000_000)]
    [InlineData("\\uffff\\u0000\\u0300", 300_000)]
    [InlineData("3.5%-", 200_000)]
    public void A_megabyte_of_anything_is_cut_into_words_within_bounds(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(Escaped.Unescape(piece), times)).AsMemory();
        var stream = s_analyzer.CreateStream("body");
        Assert.InRange(LongestTerm(stream, text), 1, 255);
        var before = GC.GetAllocatedBytesForCurrentThread();
        LongestTerm(stream, text);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000);
    }

    [Fact]
    public void A_long_text_without_punctuation_is_not_cut_inside_a_word_or_a_character()
    {
        var words = string.Concat(Enumerable.Repeat("共和国 ", 2000));
        Assert.DoesNotContain(Words(words).Split(' '), word => word != "共和国");
        var rare = string.Concat(Enumerable.Repeat("\U00020BB7", 3000));
        Assert.DoesNotContain(Words("a" + rare).Split(' ')[1..], word => word != "\U00020BB7");
    }

    [Fact]
    public void Random_UTF_16_units_are_cut_without_an_error()
    {
        var random = new Random(29);
        var stream = s_analyzer.CreateStream("body");
        for (var round = 0; round < 300; round++)
            LongestTerm(stream, Enumerable.Range(0, random.Next(3_000)).Select(_ => (char)random.Next(0x10000)).ToArray());
    }

    private static int LongestTerm(TokenStream stream, ReadOnlyMemory<char> text)
    {
        var longest = 0;
        stream.Reset(text);
        while (stream.MoveNext()) longest = Math.Max(longest, stream.Term.Length);
        Assert.Equal(text.Length, stream.FinalOffset);
        return longest;
    }

    private static bool Han(char c) => c is >= '\u4E00' and <= '\u9FA5';

    /// <summary>Words with a blank between them, parts of a word with a bar, and _ where something was left out.</summary>
    private static string Words(string text)
    {
        var line = new StringBuilder();
        var stream = s_analyzer.CreateStream("body");
        stream.Reset(text.AsMemory());
        while (stream.MoveNext())
        {
            if (stream.PositionIncrement == 0) line.Append('|');
            else line.Append(line.Length > 0 ? " " : "").Append(stream.PositionIncrement > 1 && line.Length > 0 ? "_ " : "");
            line.Append(stream.Term);
        }

        return line.Append(stream.TrailingPositionIncrement > 0 ? " _" : "").ToString();
    }
}

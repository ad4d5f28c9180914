using System.Text;
using FsCheck;
using FsCheck.Xunit;
using NewsSearch.SmartCn.Normalization;
using NewsSearch.SmartCn.Tests.Support;

namespace NewsSearch.SmartCn.Tests.Normalization;

/// <summary>What readers take for the same is the same; nothing makes it throw; twice is once; a text is the sum of its characters.</summary>
public sealed class TextNormalizerTests
{
    [Theory]
    [InlineData("臺灣", "台湾")]
    [InlineData("國際論壇", "国际论坛")]
    [InlineData("頭髮發展後來裡面裏面麵條", "头发发展后来里面里面面条")]
    [InlineData("為甚麼説衞生署週遊嚐", "为甚么说卫生署周游尝")]
    [InlineData("於是特徵夥伴", "于是特征伙伴")]
    [InlineData("乾隆 著名 瞭望 慰藉 覆盖 大阪 哪吒 后来 里程 只有 面条", "乾隆 著名 瞭望 慰藉 覆盖 大阪 哪吒 后来 里程 只有 面条")]
    [InlineData("Ｃ９１９　５Ｇ　ＡＩ", "c919 5g ai")]
    [InlineData("３．５％，ＣＯＶＩＤ－１９", "3.5%,covid-19")]
    [InlineData("½ ㎡ ℃ ① Ⅲ ㈠ ﬁ …", "1/2 m2 °c 1 iii (一) fi ...")]
    [InlineData("É é e\u0301 Straße ÇA", "e e e strasse ca")]
    [InlineData("“甲”„乙‟「丙」『丁』＂戊＂″", "\"甲\"\"乙\"\"丙\"\"丁\"\"戊\"\"")]
    [InlineData("‘甲’′＇", "'甲'''")]
    [InlineData("《红楼梦》〈序〉", "《红楼梦》《序》")]
    [InlineData("a‐b‑c–d—e―f−g－h─i", "a-b-c-d-e-f-g-h-i")]
    [InlineData("奥巴马·贝拉克•侯赛因・甲‧乙", "奥巴马·贝拉克·侯赛因·甲·乙")]
    [InlineData("甲 \t\r\n\u3000\u00A0\u2003\u2028乙", "甲 乙")]
    [InlineData("甲 \u200B\uFEFF 乙\u00AD丙\0丁\u200D", "甲 乙丙丁")]
    [InlineData("二〇〇二年 二○○二年", "二〇〇二年 二〇〇二年")]
    [InlineData("\u3000\u3000当地时间", " 当地时间")]
    [InlineData("福\uFE00\U000E0100", "福")]
    [InlineData("\uF900\U0002F81A", "岂冬")]
    [InlineData("\U00020BB7野家 \U0001F600 \U0001D400", "\U00020BB7野家 \U0001F600 a")]
    [InlineData("⼤⻓⻛ iPhone™", "大长风 iphone")]
    [InlineData("", "")]
    public void Forms_of_the_same_text_become_one(string text, string expected) => Assert.Equal(expected, TextNormalizer.Normalize(text));

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        Assert.Equal("a\uFFFDb", TextNormalizer.Normalize("a\uD800b"));
        Assert.Equal("\uFFFD\uFFFD", TextNormalizer.Normalize("\uDC00\uD800"));
        Assert.Equal("\uFFFD\U00020BB7\uFFFD", TextNormalizer.Normalize("\uD842\U00020BB7\uDFB7"));
    }

    [Fact]
    public void Every_scalar_is_normalised_for_good_and_as_text_without_lone_surrogates()
    {
        for (var scalar = 0; scalar < 0x110000; scalar++)
        {
            if (!Rune.IsValid(scalar)) continue;
            var once = TextNormalizer.Normalize(char.ConvertFromUtf32(scalar));
            if (TextNormalizer.Normalize(once) != once || once.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar && scalar != 0xFFFD))
                Assert.Fail($"U+{scalar:X4} becomes {once}, then {TextNormalizer.Normalize(once)}");
        }
    }

    [Fact]
    public void Every_pair_of_units_is_the_sum_of_both_unless_they_are_one_character()
    {
        var random = new Random(7);
        for (var round = 0; round < 200_000; round++)
        {
            var (a, b) = ((char)random.Next(0x10000), (char)random.Next(0x10000));
            if (char.IsSurrogatePair(a, b)) continue;
            Assert.Equal(Sum(a.ToString(), b.ToString()), TextNormalizer.Normalize($"{a}{b}"));
        }
    }

    [Property(MaxTest = 1000)]
    public void A_text_is_the_sum_of_its_parts_but_for_white_space(NonNull<string> first, NonNull<string> second, int seed)
    {
        foreach (var (a, b) in new[] { (first.Get, second.Get), (new RandomText(seed).Next(40), new RandomText(seed + 1).Next(40)) })
            if (!(a.Length > 0 && b.Length > 0 && char.IsSurrogatePair(a[^1], b[0])))
                Assert.Equal(Sum(a, b), TextNormalizer.Normalize(a + b));
    }

    [Property(MaxTest = 1000)]
    public void Twice_is_the_same_as_once(int seed)
    {
        var once = TextNormalizer.Normalize(new RandomText(seed).Next(60));
        Assert.Equal(once, TextNormalizer.Normalize(once));
    }

    [Fact]
    public void A_text_that_is_normal_already_is_returned_itself()
    {
        var text = "中国人民 c919,《红楼梦》。";
        Assert.Same(text, TextNormalizer.Normalize(text));
    }

    private static string Sum(string a, string b)
    {
        var (left, right) = (TextNormalizer.Normalize(a), TextNormalizer.Normalize(b));
        return left.EndsWith(' ') && right.StartsWith(' ') ? left + right[1..] : left + right;
    }
}

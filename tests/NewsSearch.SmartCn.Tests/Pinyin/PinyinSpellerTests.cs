using NewsSearch.SmartCn.Pinyin;

namespace NewsSearch.SmartCn.Tests.Pinyin;

public sealed class PinyinSpellerTests
{
    [Theory]
    [InlineData("王毅", "wangyi", "wy")]
    [InlineData("上合组织", "shanghezuzhi", "shzz")]
    [InlineData("C919首飞", "c919shoufei", "c919sf")]
    [InlineData("“一带一路”：倡议", "yidaiyiluchangyi", "ydylcy")]
    [InlineData("妇女", "funv", "fn")]
    [InlineData("旅行 2024", "lvxing2024", "lx2024")]
    public void The_most_probable_spelling_comes_first(string text, string full, string initials) =>
        Assert.Equal(new PinyinSpelling(full, initials, 1), PinyinSpeller.Spell(text)[0]);

    [Theory]
    [InlineData("重庆", "chongqing", "zhongqing")]
    [InlineData("银行", "yinxing", "yinhang")]
    [InlineData("厦门", "shamen", "xiamen")]
    [InlineData("会计", "huiji", "kuaiji")]
    [InlineData("长江大桥", "zhangjiangdaqiao", "changjiangdaqiao")]
    [InlineData("重庆银行", "chongqingyinhang", "zhongqingyinxing")]
    [InlineData("率领", "lvling", "shuailing")]
    public void A_character_with_several_readings_gives_several_spellings(string text, string one, string other)
    {
        var spellings = PinyinSpeller.Spell(text).Select(spelling => spelling.Full).ToList();

        Assert.Contains(one, spellings);
        Assert.Contains(other, spellings);
    }

    [Fact]
    public void There_are_never_more_than_four_nor_two_alike()
    {
        foreach (var text in (string[])["行行重行行", "长长长长长长长长", "和和和和", "重重重重重重重重重重重重重重重重重重重重重重重重重重重重重重重重重重重重重重"])
        {
            var spellings = PinyinSpeller.Spell(text);
            Assert.InRange(spellings.Count, 2, PinyinSpeller.MaxSpellings);
            Assert.Equal(spellings.Count, spellings.Distinct().Count());
        }

        Assert.Single(PinyinSpeller.Spell("重庆", 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("，。！　")]
    [InlineData("\uD800")]
    public void What_has_nothing_to_spell_has_no_spelling(string text) => Assert.Empty(PinyinSpeller.Spell(text));

    [Fact]
    public void Only_the_beginning_of_a_long_text_is_spelt() =>
        Assert.Equal(PinyinSpeller.MaxCharacters, PinyinSpeller.Spell(new string('文', 100_000))[0].Initials.Length);

    [Theory]
    [InlineData("lü", "lv")]
    [InlineData("Wang Yi", "wangyi")]
    [InlineData("xi'an", "xian")]
    [InlineData("nuhai", "nuhai nvhai")]
    [InlineData("lvse", "lvse")]
    [InlineData("luse", "luse lvse")]
    [InlineData("--", "")]
    public void Letters_of_a_reader_mean_one_or_two_forms_of_ours(string typed, string forms) =>
        Assert.Equal(forms, string.Join(' ', PinyinSpeller.Readings(typed)));
}

using NewsSearch.SmartCn.Pinyin;

namespace NewsSearch.SmartCn.Tests.Pinyin;

public sealed class PinyinMatchTests
{
    [Theory]
    [InlineData("王毅", "王")]
    [InlineData("王毅", "王y")]
    [InlineData("王毅", "王yi")]
    [InlineData("王毅", "wang毅")]
    [InlineData("北京", "北jing")]
    [InlineData("北京", "beij")]
    [InlineData("上合组织", "shzz")]
    [InlineData("上合组织", "shanghezz")]
    [InlineData("上合组织", "shezuzhi")]
    [InlineData("上合组织", "shuhezuzhi", false)]
    [InlineData("上合组织", "shhezuzhi")]
    [InlineData("重庆", "chongq")]
    [InlineData("重庆", "zhongq")]
    [InlineData("绿色", "luse")]
    [InlineData("绿色", "lvse")]
    [InlineData("西安事变", "xianshi")]
    [InlineData("c919首飞", "c919s")]
    [InlineData("“双减”政策", "双减zc")]
    [InlineData("王毅", "")]
    [InlineData("王毅", "yi", false)]
    [InlineData("王毅", "wangyib", false)]
    [InlineData("王毅", "王毅出席", false)]
    [InlineData("", "a", false)]
    [InlineData("嗯", "en", false)]
    public void Characters_syllables_and_initials_may_be_mixed(string text, string typed, bool isMatch = true) =>
        Assert.Equal(isMatch, PinyinMatch.StartsWith(text, typed));

    [Fact]
    public void What_can_be_cut_in_very_many_ways_takes_no_longer()
    {
        // Each of these is read a, an and ang or e, en, so that the letters can be cut in more ways than there is time for.
        var text = string.Concat(Enumerable.Repeat("那呢哪呐", 16));
        Assert.False(PinyinMatch.StartsWith(text, string.Concat(Enumerable.Repeat("nane", 15)) + "x"));
        Assert.False(PinyinMatch.StartsWith(text, new string('n', PinyinMatch.MaxLength + 1)));
    }

    [Fact]
    public void Every_spelling_means_its_text()
    {
        foreach (var text in (string[])["重庆银行行长", "会计师事务所", "厦门大学", "长征五号b遥四", "女排世界杯"])
        {
            foreach (var spelling in PinyinSpeller.Spell(text))
            {
                Assert.True(PinyinMatch.StartsWith(text, spelling.Full), spelling.Full);
                Assert.True(PinyinMatch.StartsWith(text, spelling.Initials), spelling.Initials);
            }
        }
    }
}

using System.Text;
using NewsSearch.SmartCn.Pinyin;
using NewsSearch.SmartCn.Tests.Support;

namespace NewsSearch.SmartCn.Tests.Pinyin;

public sealed class ReadingTableTests
{
    [Fact]
    public void The_example_of_the_format_is_read()
    {
        var table = ReadingTable.Read(new StringReader(Fixture.FencedBlock("src/NewsSearch.SmartCn/Pinyin/FORMAT.md")));

        Assert.Equal(["bian:100"], Readings(table, "辨"));
        Assert.Equal(["lv:100"], Readings(table, "铝"));
        Assert.Equal(["zhong:85", "chong:15"], Readings(table, "重"));
        Assert.Equal(["sha:100", "xia:1"], Readings(table, "厦"));
        Assert.Empty(Readings(table, "中"));
        Assert.True(table.IsSyllable("chong"));
        Assert.False(table.IsSyllable("chon"));
    }

    [Theory]
    [InlineData("王", "wang")]
    [InlineData("的", "de")]
    [InlineData("女", "nv")]
    [InlineData("绿", "lv")]
    [InlineData("𫖯", "fu")]
    [InlineData("龘", "da")]
    public void The_usual_reading_comes_first(string character, string reading) =>
        Assert.Equal(reading, ReadingTable.Embedded.Of(character.EnumerateRunes().First())[0].Syllable);

    [Theory]
    [InlineData("重", "chong")]
    [InlineData("行", "hang")]
    [InlineData("长", "chang")]
    [InlineData("厦", "xia")]
    [InlineData("曾", "zeng")]
    [InlineData("单", "shan")]
    [InlineData("秘", "bi")]
    [InlineData("藏", "zang")]
    [InlineData("都", "du")]
    public void A_reading_in_names_is_there_too(string character, string reading) =>
        Assert.Contains(reading, Readings(ReadingTable.Embedded, character).Select(share => share.Split(':')[0]));

    [Theory]
    [InlineData("嗯")]
    [InlineData("呣")]
    [InlineData("a")]
    [InlineData("，")]
    [InlineData("😀")]
    public void Hums_and_what_is_no_Han_character_have_none(string character) => Assert.Empty(Readings(ReadingTable.Embedded, character));

    [Fact]
    public void Nearly_every_character_of_the_segmenter_has_one()
    {
        var without = Enumerable.Range(0x4E00, 0x9FA5 - 0x4E00 + 1).Count(c => ReadingTable.Embedded.Of(new Rune(c)).IsEmpty);

        Assert.InRange(without, 2, 100);
    }

    [Theory]
    [InlineData("zhong", "line 1: no space")]
    [InlineData("bian 编\nbian 编", "line 2: 编 a second time")]
    [InlineData("重 zhong", "line 1: 'zhong', expected a reading and its percentage")]
    [InlineData("重 zhong:0", "line 1: 'zhong:0'")]
    [InlineData("重 zhōng:85", "line 1: 'zhōng' is no syllable")]
    [InlineData("重要 zhong:85", "line 1: more than one character")]
    [InlineData("和 a:1 b:1 c:1 d:1 e:1 f:1 g:1 h:1 i:1", "line 1: 9 readings, expected at most 8")]
    public void A_broken_table_is_refused_with_the_line(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => ReadingTable.Read(new StringReader(text))).Message);

    private static IEnumerable<string> Readings(ReadingTable table, string character)
    {
        var readings = table.Of(character.EnumerateRunes().First()).ToArray();
        return readings.Select(reading => $"{reading.Syllable}:{reading.Percent}");
    }
}

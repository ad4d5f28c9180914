using NewsSearch.SmartCn.Shapes;
using NewsSearch.SmartCn.Tests.Support;

namespace NewsSearch.SmartCn.Tests.Shapes;

public sealed class LookAlikesTests
{
    [Theory]
    [InlineData("未末")]
    [InlineData("己已")]
    [InlineData("已己")]
    [InlineData("侯候")]
    [InlineData("撤撒")]
    [InlineData("戊戌")]
    [InlineData("戌戍")]
    [InlineData("辨辩")]
    [InlineData("祟崇")]
    [InlineData("晴睛")]
    [InlineData("折拆")]
    [InlineData("拔拨")]
    [InlineData("竟竞")]
    [InlineData("粟栗")]
    [InlineData("荼茶")]
    [InlineData("毫亳")]
    [InlineData("土士")]
    [InlineData("干于")]
    [InlineData("今令")]
    [InlineData("微徽")]
    [InlineData("遣遗")]
    [InlineData("贷货")]
    public void Characters_that_people_take_for_each_other_are_look_alikes(string pair) =>
        Assert.Contains(pair[1], LookAlikes.Embedded.Of(pair[0]));

    [Theory]
    [InlineData("王毅")]
    [InlineData("中国")]
    [InlineData("一龘")]
    public void Characters_that_nobody_confuses_are_none(string pair) =>
        Assert.DoesNotContain(pair[1], LookAlikes.Embedded.Of(pair[0]));

    [Fact]
    public void What_is_no_common_character_has_none()
    {
        Assert.Equal("", LookAlikes.Embedded.Of('龘'));
        Assert.Equal("", LookAlikes.Embedded.Of('a'));
        Assert.Equal("", LookAlikes.Embedded.Of('\uD800'));
    }

    [Fact]
    public void No_character_is_its_own_look_alike_and_none_is_twice()
    {
        for (var c = '\u4E00'; c <= '\u9FA5'; c++)
        {
            var alike = LookAlikes.Embedded.Of(c);
            Assert.DoesNotContain(c, alike);
            Assert.Equal(alike.Length, alike.Distinct().Count());
            Assert.InRange(alike.Length, 0, LookAlikes.Most);
        }
    }

    [Fact]
    public void The_example_of_the_format_is_read()
    {
        var table = LookAlikes.Read(new StringReader(Fixture.FencedBlock("src/NewsSearch.SmartCn/Shapes/FORMAT.md")));

        Assert.Equal("祟炭综", table.Of('崇'));
        Assert.Equal("未束来", table.Of('末'));
        Assert.Equal("", table.Of('未'));
    }

    [Theory]
    [InlineData("未末\n未末", "line 2: 未 a second time")]
    [InlineData("未", "line 1: '未', expected")]
    [InlineData("未末\n", null)]
    [InlineData("甲乙丙丁戊己庚辛壬癸", "line 1")]
    public void A_broken_table_is_refused_with_the_line(string text, string? expected)
    {
        if (expected is null) LookAlikes.Read(new StringReader(text));
        else Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => LookAlikes.Read(new StringReader(text))).Message);
    }
}

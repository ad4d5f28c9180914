using NewsSearch.Archive.Searching;

namespace NewsSearch.Archive.Tests.Searching;

public sealed class ReprintsTests
{
    private const string Text =
        "澜江上的双虹桥今天上午正式通车。大桥全长二千三百米，双向六车道，两侧设有步行道和自行车道。\n通车仪式上，建设者代表回顾了三年来的施工历程，市民冒雨前来观看。";

    [Fact]
    public void The_same_text_with_other_paragraphs_and_a_word_changed_is_a_reprint() =>
        Assert.True(new Reprints(Text).Includes(new Reprints(Text.Replace("\n", "").Replace("冒雨", "纷纷"))));

    [Fact]
    public void A_part_of_the_text_is_a_reprint() => Assert.True(new Reprints(Text).Includes(new Reprints(Text[..60])));

    [Fact]
    public void Another_text_on_the_same_event_is_none() =>
        Assert.False(new Reprints(Text).Includes(new Reprints("双虹桥通车一个月以来，日均车流量达到四万辆，两岸通勤时间平均缩短二十分钟，周边商户说客人明显多了。")));

    [Theory]
    [InlineData("")]
    [InlineData("短讯")]
    public void Texts_too_short_to_tell_are_none(string text) => Assert.False(new Reprints(Text).Includes(new Reprints(text)));
}

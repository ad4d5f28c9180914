using NewsSearch.Archive.Suggesting;

namespace NewsSearch.Archive.Tests.Suggesting;

public sealed class TitleWordsTests
{
    [Theory]
    [InlineData("王毅出席上合组织会议", "王毅 出席 上合 组织 会议")]
    [InlineData("C919大客机首飞", "C919 客机 首飞")]
    [InlineData("如何在AI时代学习", "AI 时代 学习")]
    [InlineData("5月21日 3.5% 2024", "")]
    [InlineData("，。！", "")]
    [InlineData("", "")]
    [InlineData("臺灣國際論壇", "臺灣 國際 論壇")]
    public void Words_of_two_characters_and_more_and_names_of_single_ones_are_kept(string title, string words) =>
        Assert.Equal(words, string.Join(' ', TitleWords.Of(title)));

    [Fact]
    public void A_word_as_long_as_a_line_is_none() => Assert.Empty(TitleWords.Of(new string('w', 5_000)));

    [Fact]
    public void Half_a_character_is_none() => Assert.DoesNotContain(TitleWords.Of("通车\uD842通车"), word => word.Any(char.IsSurrogate));
}

using NewsSearch.Archive.Searching;

namespace NewsSearch.Archive.Tests.Searching;

public sealed class ReaderTextTests
{
    [Theory]
    [InlineData("大桥 通车", "大桥|通车")]
    [InlineData("大桥　通车", "大桥|通车")]
    [InlineData("大桥 -收费", "大桥|-收费")]
    [InlineData("大桥 －收费", "大桥|-收费")]
    [InlineData("氢-动力", "氢-动力")]
    [InlineData("\"大桥 通车\"", "[大桥 通车]")]
    [InlineData("“大桥”「通车」『典礼』", "[大桥]|[通车]|[典礼]")]
    [InlineData("新\"大桥\"通车", "新|[大桥]|通车")]
    [InlineData("-\"免费 通行\" 大桥", "-[免费 通行]|大桥")]
    [InlineData("\"大桥 通车", "\"大桥|通车")]
    [InlineData("”大桥“", "”大桥“")]
    [InlineData("\"\" -", "-")]
    [InlineData("", "")]
    [InlineData(" \t　", "")]
    public void A_text_falls_into_words_phrases_and_what_is_excluded(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', ReaderText.Split(text).Select(Print)));

    private static string Print(ReaderText part) => (part.IsExcluded ? "-" : "") + (part.IsQuoted ? $"[{part.Text}]" : part.Text);
}

using NewsSearch.SmartCn.Dictionary;
using NewsSearch.SmartCn.Segmentation;
using NewsSearch.SmartCn.Tests.Support;

namespace NewsSearch.SmartCn.Tests.Segmentation;

/// <summary>The window of 1,024 characters: a longer text is cut behind its last line end, or at its end where there is none.</summary>
public sealed class HmmChineseTokenizerTests
{
    [Theory]
    [InlineData(1023, "1023")]
    [InlineData(1024, "1024")]
    [InlineData(1025, "1024 1")]
    [InlineData(2049, "1024 1024 1")]
    public void A_run_of_letters_is_cut_at_the_window(int length, string expected) => Assert.Equal(expected, TermLengths(new string('x', length)));

    [Theory]
    [InlineData('\n')]
    [InlineData('\r')]
    [InlineData('\u0085')]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    public void The_next_window_starts_behind_the_last_line_end(char lineEnd) =>
        Assert.Equal("9 990 1024 2", TermLengths(new string('x', 9) + "\n" + new string('y', 990) + lineEnd + new string('z', 1026)));

    [Fact]
    public void A_stream_that_was_left_in_the_middle_starts_anew()
    {
        var stream = new HmmChineseTokenizer(HmmDictionary.Embedded);
        stream.Reset("中国人民。一段没有读完的话".AsMemory());
        Assert.True(stream.MoveNext());
        Assert.Equal("\\u65b0\\u95fb/0/2/1 \\u7f51/2/3/1 $3/0", TokenLine.Of(stream, "新闻网"));
        Assert.False(stream.MoveNext());
    }

    private static string TermLengths(string text)
    {
        var stream = new HmmChineseTokenizer(HmmDictionary.Embedded);
        var lengths = new List<int>();
        stream.Reset(text.AsMemory());
        while (stream.MoveNext())
        {
            // Line ends that are delimiters or of no kind are tokens as well.
            if (stream.Term[0] is >= 'x' and <= 'z') lengths.Add(stream.Term.Length);
        }

        return string.Join(' ', lengths);
    }
}

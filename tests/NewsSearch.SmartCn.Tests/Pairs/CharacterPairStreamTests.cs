using FsCheck.Xunit;
using NewsSearch.SmartCn.Normalization;
using NewsSearch.SmartCn.Tests.Support;

namespace NewsSearch.SmartCn.Tests.Pairs;

/// <summary>The pairs of a text are the pairs of its normalised characters, each one position after the other, and the last character alone.</summary>
public sealed class CharacterPairStreamTests
{
    private static readonly CharacterPairAnalyzer s_analyzer = new();

    [Theory]
    [InlineData("", "$0/0")]
    [InlineData("\\u200b", "$1/0")]
    [InlineData("中", "\\u4e2d/0/1/1 $1/0")]
    [InlineData("臺灣", "\\u53f0\\u6e7e/0/2/1 \\u6e7e/1/2/1 $2/0")]
    [InlineData("Ａ，", "a,/0/2/1 ,/1/2/1 $2/0")]
    [InlineData("中\u3000\n国", "\\u4e2d\\u0020/0/3/1 \\u0020\\u56fd/1/4/1 \\u56fd/3/4/1 $4/0")]
    [InlineData("½", "1\\u002f/0/1/1 \\u002f2/0/1/1 2/0/1/1 $1/0")]
    [InlineData("\U00020BB7野", "\\ud842\\udfb7\\u91ce/0/3/1 \\u91ce/2/3/1 $3/0")]
    [InlineData("a\\ud800", "a\\ufffd/0/2/1 \\ufffd/1/2/1 $2/0")]
    public void A_text_has_these_pairs(string text, string expected) => Assert.Equal(expected, TokenLine.Of(s_analyzer.CreateStream("body_gram"), Escaped.Unescape(text)));

    [Property(MaxTest = 300)]
    public void The_pairs_are_those_of_the_normalised_characters(int seed)
    {
        var text = new RandomText(seed).Next(50);
        var characters = TextNormalizer.Normalize(text).EnumerateRunes().Select(rune => rune.ToString()).ToArray();
        var stream = s_analyzer.CreateStream("body_gram");
        stream.Reset(text.AsMemory());
        for (var i = 0; i < characters.Length; i++)
        {
            Assert.True(stream.MoveNext());
            Assert.Equal(1, stream.PositionIncrement);
            Assert.Equal(characters[i] + (i + 1 < characters.Length ? characters[i + 1] : ""), stream.Term.ToString());
            Assert.Contains(stream.Term.ToString(), TextNormalizer.Normalize(text[stream.StartOffset..stream.EndOffset]), StringComparison.Ordinal);
        }

        Assert.False(stream.MoveNext());
        Assert.False(stream.MoveNext());
        Assert.Equal((0, text.Length), (stream.TrailingPositionIncrement, stream.FinalOffset));
    }

    [Fact]
    public void One_stream_serves_many_texts_and_allocates_nothing_for_a_token()
    {
        var stream = s_analyzer.CreateStream("body_gram");
        var text = string.Concat(Enumerable.Repeat("双虹桥\U00020BB7今日通车，", 1000)).AsMemory();
        Count(stream, text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(9000, Count(stream, text));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5_000);
    }

    private static int Count(NewsSearch.Lucene.Analysis.TokenStream stream, ReadOnlyMemory<char> text)
    {
        var count = 0;
        stream.Reset(text);
        while (stream.MoveNext()) count += stream.Term.Length > 0 && stream.EndOffset > stream.StartOffset ? 1 : 0;
        return count;
    }
}

using NewsSearch.SmartCn.Sentences;
using NewsSearch.SmartCn.Tests.Support;

namespace NewsSearch.SmartCn.Tests.Sentences;

/// <summary>Sentences end where the JDK 17 ends them: on recorded answers always, on fresh random texts where Java is at hand.</summary>
public sealed class SentenceBreakerTests
{
    [Theory]
    [InlineData("他来了。她走了！", "4 8")]
    [InlineData("“来吧。”他说。", "5 8")]
    [InlineData("真的？！……是的", "4 8")]
    [InlineData("第一行\n第二行\r\n第三行", "12")]
    [InlineData("题目\u2029正文", "3 5")]
    [InlineData("3.5 percent. of it. All", "20 23")]
    [InlineData("Dr. Lin said so. he left.", "4 25")]
    [InlineData("One.  two", "6 9")]
    [InlineData("abc. #", "3 4 6")]
    [InlineData("\u0964 \u0964x", "2 3 4")]
    [InlineData("a!\u0300b", "3 4")]
    public void A_sentence_ends_where_the_rules_say(string text, string ends) => Assert.Equal(ends, Breaks(text));

    [Fact]
    public void Recorded_random_texts_break_where_the_JDK_breaks_them()
    {
        var texts = Fixture.Lines("sentence-texts.txt");
        var breaks = Fixture.Lines("sentence-breaks.txt");
        Assert.Equal(texts.Length, breaks.Length);
        for (var i = 0; i < texts.Length; i++) Assert.Equal($"{texts[i]} -> {breaks[i]}", $"{texts[i]} -> {Breaks(Escaped.Unescape(texts[i]))}");
    }

    [SkippableFact]
    public void Fresh_random_texts_break_where_the_JDK_breaks_them()
    {
        Skip.If(JavaPeer.Missing is not null, JavaPeer.Missing);
        var seed = Environment.TickCount;
        var random = new RandomText(seed);
        var texts = Enumerable.Range(0, 20_000).Select(_ => random.Next(40)).ToArray();
        var breaks = JavaPeer.Run("SentenceDump", texts.Select(text => Escaped.Escape(text)));
        for (var i = 0; i < texts.Length; i++)
        {
            var ours = Breaks(texts[i]);
            Assert.True(breaks[i] == ours, $"seed {seed}: {Escaped.Escape(texts[i])}: {ours}, the JDK {breaks[i]}");
        }
    }

    [Fact]
    public void The_end_of_text_character_ends_a_sentence_and_is_one()
    {
        Assert.Equal("2 3 5", Breaks("ab\uFFFFcd"));
        Assert.Equal("1 2", Breaks("\uFFFF\uFFFF"));
    }

    private static string Breaks(string text)
    {
        var ends = new List<int>();
        for (var at = 0; at < text.Length; ends.Add(at)) at = SentenceBreaker.Next(text, at);
        return string.Join(' ', ends);
    }
}

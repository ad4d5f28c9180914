using NewsSearch.SmartCn.Tests.Support;

namespace NewsSearch.SmartCn.Tests;

/// <summary>The tokens are Java Lucene's: on recorded texts always, on fresh ones where Java is at hand. And nothing makes the analyzer throw.</summary>
public sealed class SmartChineseAnalyzerTests
{
    private static readonly SmartChineseAnalyzer s_analyzer = new();

    [Theory]
    [InlineData("golden")]
    [InlineData("random")]
    public void Recorded_texts_have_the_tokens_that_Java_found(string fixture)
    {
        var texts = Fixture.Lines($"{fixture}-texts.txt");
        var expected = Fixture.Lines($"{fixture}-tokens.txt");
        var stream = s_analyzer.CreateStream("body");
        Assert.Equal(texts.Length, expected.Length);
        for (var i = 0; i < texts.Length; i++) Assert.Equal(expected[i], TokenLine.Of(stream, Escaped.Unescape(texts[i])));
    }

    [SkippableFact]
    public void Java_finds_the_same_tokens_in_our_sentences_and_in_fresh_random_texts()
    {
        Skip.If(JavaPeer.Missing is not null, JavaPeer.Missing);
        var seed = Environment.TickCount;
        var random = new RandomText(seed);
        var texts = Fixture.Lines("golden-texts.txt").Select(Escaped.Unescape)
            .Concat(Enumerable.Range(0, 3_000).Select(_ => random.Next(80)))
            .Concat(Enumerable.Range(0, 30).Select(_ => random.Next(4_000)))
            .ToArray();
        var expected = JavaPeer.Run("TokenDump", texts.Select(text => Escaped.Escape(text)));
        var stream = s_analyzer.CreateStream("body");
        for (var i = 0; i < texts.Length; i++)
        {
            var ours = TokenLine.Of(stream, texts[i]);
            Assert.True(expected[i] == ours, $"seed {seed}, text {i}: {Escaped.Escape(texts[i])}\nours {ours}\nJava {expected[i]}");
        }
    }

    [Fact]
    public void Punctuation_leaves_gaps_and_the_last_gap_is_reported() =>
        Assert.Equal("\\u4e2d\\u56fd/0/2/1 \\u4e16\\u754c/4/6/3 $8/2", TokenLine.Of(s_analyzer.CreateStream("body"), "中国，“世界”！"));

    [Fact]
    public void Without_stemming_English_words_stay_whole()
    {
        Assert.StartsWith("run/0/7/1 ", TokenLine.Of(s_analyzer.CreateStream("body"), "Running 5G"));
        Assert.StartsWith("running/0/7/1 ", TokenLine.Of(new SmartChineseAnalyzer(stemEnglish: false).CreateStream("body"), "Running 5G"));
    }

    [Fact]
    public async Task Streams_of_one_analyzer_work_in_many_threads_at_once()
    {
        var texts = Fixture.Lines("golden-texts.txt").Select(Escaped.Unescape).ToArray();
        var expected = Fixture.Lines("golden-tokens.txt");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            var stream = s_analyzer.CreateStream("body");
            for (var i = 0; i < texts.Length; i++) Assert.Equal(expected[i], TokenLine.Of(stream, texts[i]));
        })));
    }

    [Theory]
    [InlineData("中国人民共和国新闻发布会研究生命起源", 60_000)]
    [InlineData("x", 1_000_000)]
    [InlineData(" ", 1_000_000)]
    [InlineData("一", 1_000_000)]
    [InlineData("中 ", 500_000)]
    [InlineData(". #\"", 250_000)]
    [InlineData("\\ud800", 1_000_000)]
    [InlineData("\\udc00\\ud800", 500_000)]
    [InlineData("\\uffff\\u0000\\u0300", 300_000)]
    public void A_megabyte_of_anything_is_analysed_within_bounds(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(Escaped.Unescape(piece), times)).AsMemory();
        var stream = s_analyzer.CreateStream("body");
        stream.Reset(text[..2_048]);
        while (stream.MoveNext()) Assert.InRange(stream.EndOffset, stream.StartOffset + 1, 2_048);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var end = 0;
        stream.Reset(text);
        while (stream.MoveNext()) end = Math.Max(end, stream.EndOffset);
        Assert.InRange(end, 0, text.Length);
        Assert.Equal(text.Length, stream.FinalOffset);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public void Random_UTF_16_units_are_analysed_without_an_error()
    {
        var random = new Random(23);
        var stream = s_analyzer.CreateStream("body");
        for (var round = 0; round < 300; round++)
        {
            var text = Enumerable.Range(0, random.Next(3_000)).Select(_ => (char)random.Next(0x10000)).ToArray();
            var last = 0;
            stream.Reset(text);
            while (stream.MoveNext())
            {
                Assert.InRange(stream.StartOffset, last, text.Length - 1);
                last = stream.EndOffset;
            }
        }
    }
}

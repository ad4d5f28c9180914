using NewsSearch.Lucene.Analysis;

namespace NewsSearch.Lucene.Tests.Analysis;

/// <summary>Streams are lent again, but only for the analyzer and the field that they are of, and to one borrower at a time.</summary>
public sealed class KeptStreamsTests
{
    private readonly WhitespaceAnalyzer _analyzer = new();

    [Fact]
    public void A_stream_that_was_given_back_is_lent_again_without_its_text()
    {
        var stream = KeptStreams.Take(_analyzer, "body");
        stream.Reset("大桥 通车".AsMemory());
        Assert.True(stream.MoveNext());
        KeptStreams.Keep(_analyzer, "body", stream, 5);
        Assert.False(stream.MoveNext());

        Assert.Same(stream, KeptStreams.Take(_analyzer, "body"));
        stream.Reset("蝴蝶".AsMemory());
        Assert.True(stream.MoveNext());
        Assert.Equal("蝴蝶", stream.Term);
    }

    [Fact]
    public void Nobody_else_gets_it()
    {
        var stream = KeptStreams.Take(_analyzer, "body");
        Assert.NotSame(stream, KeptStreams.Take(_analyzer, "body"));
        KeptStreams.Keep(_analyzer, "body", stream, 0);

        Assert.NotSame(stream, KeptStreams.Take(_analyzer, "title"));
        Assert.NotSame(stream, KeptStreams.Take(new WhitespaceAnalyzer(), "body"));
        Assert.Same(stream, KeptStreams.Take(_analyzer, "body"));
        Assert.NotSame(stream, KeptStreams.Take(_analyzer, "body"));
    }

    [Fact]
    public void One_that_took_a_very_long_text_is_not_kept()
    {
        var stream = KeptStreams.Take(_analyzer, "body");
        KeptStreams.Keep(_analyzer, "body", stream, 1_000_000);
        Assert.NotSame(stream, KeptStreams.Take(_analyzer, "body"));
    }
}

using NewsSearch.Archive.Searching;

namespace NewsSearch.Archive.Tests.Searching;

public sealed class HighlighterTests
{
    [Fact]
    public void Every_match_in_a_title_is_marked_and_neighbours_are_joined()
    {
        var highlighted = With("大桥", "通车").Highlight("大桥通车，大桥开放");

        Assert.Equal(["大桥通车", "大桥"], Marked(highlighted));
    }

    [Fact]
    public void A_snippet_shows_the_place_with_most_words_of_the_query()
    {
        var filler = string.Concat(Enumerable.Repeat("这里是一段与查询没有关系的文字。", 30));
        var text = "大桥开工。" + filler + "市民来到大桥观看通车仪式。" + filler;

        var snippet = With("大桥", "通车", "仪式").Snippet(text);

        Assert.Equal(["大桥", "通车仪式"], Marked(snippet));
        Assert.StartsWith("…市民来到大桥", snippet.Text);
        Assert.EndsWith("…", snippet.Text);
        Assert.InRange(snippet.Text.Length, Highlighter.SnippetLength, Highlighter.SnippetLength + 2);
    }

    [Fact]
    public void Without_a_match_a_snippet_is_the_beginning_of_the_text()
    {
        var snippet = With("火车").Snippet("第一段。\n第二段。");

        Assert.Equal("第一段。 第二段。", snippet.Text);
        Assert.Empty(snippet.Highlights);
    }

    [Fact]
    public void A_match_at_the_very_end_is_shown_with_the_text_before_it()
    {
        var text = string.Concat(Enumerable.Repeat("这里是一段没有关系的文字。", 30)) + "大桥今天通车";

        var snippet = With("通车").Snippet(text);

        Assert.Equal(["通车"], Marked(snippet));
        Assert.EndsWith("大桥今天通车", snippet.Text);
        Assert.Equal(Highlighter.SnippetLength + 1, snippet.Text.Length);
    }

    [Fact]
    public void A_snippet_never_cuts_a_character_in_two()
    {
        for (var shift = 0; shift < 4; shift++)
        {
            var text = new string('字', shift) + string.Concat(Enumerable.Repeat("𠮷", 300)) + "大桥" + string.Concat(Enumerable.Repeat("𠮷", 300));

            var snippet = With("大桥").Snippet(text).Text.Trim('…');

            Assert.False(char.IsLowSurrogate(snippet[0]));
            Assert.False(char.IsHighSurrogate(snippet[^1]));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("。")]
    [InlineData("大")]
    public void Short_texts_are_shown_whole(string text) => Assert.Equal(text, With("大桥").Snippet(text).Text);

    private static Highlighter With(params string[] terms) => new(ArticleSchema.Analyzer, ArticleSchema.Body, terms);

    private static IEnumerable<string> Marked(HighlightedText text) =>
        text.Highlights.Select(span => text.Text.Substring(span.Start, span.Length));
}

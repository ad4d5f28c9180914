using NewsSearch.Archive.Dictionary;
using NewsSearch.Archive.Querying;

namespace NewsSearch.Archive.Tests.Querying;

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

    [Theory]
    [InlineData("大卫", "大卫到了扫帚店", "大卫")]
    [InlineData("处理", "待处理的事项", "处理")]
    [InlineData("C919", "国产Ｃ９１９首飞", "Ｃ９１９")]
    [InlineData("919", "国产C919首飞", "919")]
    [InlineData("ai", "AI与maintain、AI4S、OpenAI", "AI|AI")]
    [InlineData("臺灣", "台湾、臺灣", "台湾|臺灣")]
    [InlineData("\"大桥 通车\"", "大桥\u3000\n 通车，大桥通车", "大桥\u3000\n 通车")]
    [InlineData("“好”", "他说“好”，又说好", "好|好")]
    [InlineData("\"\\\"好\\\"\"", "他说“好”，又说好", "“好”")]
    [InlineData("kg", "共5㎏", "㎏")]
    [InlineData("大桥 -通车", "大桥通车", "大桥")]
    [InlineData("的 大桥", "我的大桥", "的大桥")]
    [InlineData("我的C919大桥", "我的大桥，C919", "我|大桥|C919")]
    [InlineData("main*", "maintain, remain", "main")]
    [InlineData("大桥 near/3 通车", "大桥已通车", "大桥|通车")]
    [InlineData("新|旧 标题:大桥", "新旧大桥", "新旧大桥")]
    public void The_characters_that_matched_are_marked_and_not_the_word_around_them(string query, string text, string marked)
    {
        var highlighted = Of(query).Highlight(text);

        Assert.Equal(marked.Replace('\n', ' '), string.Join('|', Marked(highlighted)));
    }

    [Fact]
    public void A_text_that_matches_everywhere_is_marked_in_bounded_time()
    {
        var text = new string('中', 100_000);

        var highlighted = Of($"{new string('中', 400)} 中中 中 中中中").Highlight(text);

        Assert.InRange(highlighted.Highlights.Count, 1, TextMatcher.MaxMatches);
    }

    private static Highlighter Of(string query) =>
        new(new TextMatcher(QueryPlan.Create(new NewsQuery { Text = query }, ReaderDictionary.Empty, Ranking.Default).Patterns));

    private static Highlighter With(params string[] terms) => Of(string.Join(' ', terms));

    private static IEnumerable<string> Marked(HighlightedText text) =>
        text.Highlights.Select(span => text.Text.Substring(span.Start, span.Length));
}

using NewsSearch.Archive.Searching;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Archive.Tests.Searching;

/// <summary>Whatever a reader types becomes a query that can be answered soon, or is refused with the parameter at fault.</summary>
public sealed class NewsQueryReadingTests
{
    [Theory]
    [InlineData("新闻 新闻，新闻。 新闻", 1)]
    [InlineData("\"新闻 通车\" “新闻  通车” 「新闻 通车」", 1)]
    [InlineData("新闻 -通车 －通车 -“通车”", 2)]
    [InlineData("新闻 \"新闻\"", 1)]
    public void What_is_written_again_is_asked_once(string text, int clauses) =>
        Assert.Equal(clauses, Clauses(text).Count);

    [Theory]
    [InlineData("新闻 -通车", Occur.Must, Occur.MustNot)]
    [InlineData("-通车", Occur.MustNot, Occur.Must)]
    [InlineData("", Occur.Must)]
    public void Only_what_is_excluded_is_optional(string text, params Occur[] expected) =>
        Assert.Equal(expected, Clauses(text).Select(clause => clause.Occur));

    [Theory]
    [InlineData("，。")]
    [InlineData("\"")]
    [InlineData("-")]
    public void Marks_alone_are_refused(string text) => Refused(text, "没有可以检索的词");

    [Fact]
    public void The_longest_text_of_one_word_is_answered() =>
        Assert.Equal(["中"], NewsQueryReading.Read(new NewsQuery { Text = string.Concat(Enumerable.Repeat("中 ", 500)) }).Words);

    [Theory]
    [InlineData("\"{0}\"")]
    [InlineData("-{0}")]
    [InlineData("{0}")]
    public void A_text_of_very_many_words_is_refused_however_it_is_written(string form)
    {
        var text = string.Concat(Enumerable.Range(0, 900).Select(i => (char)('\u4E00' + i)));
        Refused(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, text), "检索词过多");
    }

    [Fact]
    public void A_phrase_that_repeats_a_word_very_often_is_refused() => Refused($"\"{new string('中', 998)}\"", "检索词过多");

    private static IReadOnlyList<BooleanClause> Clauses(string text) =>
        Assert.IsType<BooleanQuery>(NewsQueryReading.Read(new NewsQuery { Text = text }).Query).Clauses;

    private static void Refused(string text, string reason)
    {
        var error = Assert.Throws<NewsQueryException>(() => NewsQueryReading.Read(new NewsQuery { Text = text }));
        Assert.Equal("q", error.Parameter);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}

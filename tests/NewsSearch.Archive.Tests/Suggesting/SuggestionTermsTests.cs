using System.Text;
using NewsSearch.Archive.Suggesting;
using NewsSearch.Lucene.Documents;

namespace NewsSearch.Archive.Tests.Suggesting;

/// <summary>Which terms an article gets for its suggestions, and that they are read as they were written.</summary>
public sealed class SuggestionTermsTests
{
    [Fact]
    public void A_word_has_terms_for_its_characters_its_pinyin_and_its_initials() =>
        Assert.Equal(
            ["tc|w1通车", "tongche|w0通车", "通车|w0"],
            Terms(new Article { Id = "a", Title = "通车", Body = "" }));

    [Fact]
    public void A_keyword_that_is_a_word_too_is_a_keyword_and_a_source_is_beside_it() =>
        Assert.Equal(
            ["tc|k1通车", "tc|s1通车", "tongche|k0通车", "tongche|s0通车", "通车|k0", "通车|s0"],
            Terms(new Article { Id = "a", Title = "通车", Body = "", Keywords = ["通车", "通车"], Source = "通车" }));

    [Fact]
    public void A_word_with_several_readings_has_terms_for_each_less_likely_ones_halved_more_often() =>
        Assert.Equal(
            ["chongqing|w3重庆", "cq|w4重庆", "zhongqing|w0重庆", "zq|w1重庆", "重庆|w0"],
            Terms(new Article { Id = "a", Title = "重庆", Body = "" }));

    [Fact]
    public void Words_of_letters_are_found_in_lower_case_and_shown_as_they_were_written() =>
        Assert.Equal(["c919|w0C919"], Terms(new Article { Id = "a", Title = "C919", Body = "" }));

    [Fact]
    public void A_keyword_that_is_not_in_the_text_is_left_out()
    {
        var terms = Terms(new Article { Id = "a", Title = "", Body = "臺灣的棉花", Keywords = ["农业", "台湾", "棉花 ", "", "\u0001", "棉\uD842"] });

        Assert.Equal(["台湾|k0", "棉花|k0"], terms.Where(term => term[0] > 'z'));
    }

    [Fact]
    public void A_title_has_a_term_of_its_letters_and_digits_and_the_beginning_in_pinyin()
    {
        var terms = SuggestionTerms.OfTitle(new Article { Id = "a", Title = "“C919”首飞：王毅 出席", Body = "" });

        Assert.Equal(["C919首飞王毅出席".ToLowerInvariant(), "c919shoufeiwangyichuxi", "c919sfwycx"], terms);
        Assert.Empty(SuggestionTerms.OfTitle(new Article { Id = "a", Title = "！？", Body = "" }));
    }

    [Fact]
    public void Extraordinary_articles_have_terms_that_the_index_takes()
    {
        string[] texts = [new('长', 2_000), string.Concat(Enumerable.Repeat("𠮷", 1_000)), string.Concat(Enumerable.Repeat("和行重", 600)), "\uD842\uDFB7\uD842", "a\u0001b", "\u0000"];
        foreach (var text in texts)
        {
            var article = new Article { Id = "a", Title = text, Body = text, Source = text, Keywords = [text, .. texts] };
            foreach (var term in SuggestionTerms.OfWords(article).Concat(SuggestionTerms.OfTitle(article)))
            {
                Assert.InRange(Encoding.UTF8.GetByteCount(term), 1, Field.MaxTermLength / 50);
                Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(term)));
            }

            ArticleSchema.ToDocument(article);
        }
    }

    [Theory]
    [InlineData("王毅", "王毅")]
    [InlineData("wangyi", "王毅")]
    [InlineData("c919", "C919")]
    [InlineData("a", "\u0001")]
    public void A_term_is_read_as_it_was_written(string typed, string text)
    {
        foreach (var kind in (SuggestionKind[])[SuggestionKind.Word, SuggestionKind.Keyword, SuggestionKind.Source])
        {
            for (var halvings = 0; halvings <= SuggestionTerm.MaxHalvings; halvings++)
            {
                var term = new SuggestionTerm(kind, halvings, text);
                var bytes = Encoding.UTF8.GetBytes(term.For(typed));
                Assert.Equal(term, SuggestionTerm.Read(bytes));
                Assert.Equal(halvings, SuggestionTerm.HalvingsOf(bytes));
                Assert.True(SuggestionTerm.IsExact(bytes, Encoding.UTF8.GetByteCount(typed)));
                Assert.False(SuggestionTerm.IsExact(bytes, Encoding.UTF8.GetByteCount(typed) - 1));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("王毅")]
    [InlineData("\u0001w0王毅")]
    [InlineData("a\u0001")]
    [InlineData("a\u0001w")]
    [InlineData("a\u0001x0b")]
    public void What_is_no_such_term_is_read_as_none(string text)
    {
        Assert.Null(SuggestionTerm.Read(Encoding.UTF8.GetBytes(text)));
        Assert.InRange(SuggestionTerm.HalvingsOf(Encoding.UTF8.GetBytes(text)), 0, SuggestionTerm.MaxHalvings);
    }

    /// <summary>In the order of their characters, with | for the separator.</summary>
    private static IEnumerable<string> Terms(Article article) =>
        SuggestionTerms.OfWords(article).Select(term => term.Replace(SuggestionTerm.Separator, '|')).Order(StringComparer.Ordinal);
}

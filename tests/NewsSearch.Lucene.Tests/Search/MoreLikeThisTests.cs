using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Search;

/// <summary>The terms that say most about a text are chosen, and find documents like it.</summary>
public sealed class MoreLikeThisTests : IDisposable
{
    private readonly MemoryDirectory _directory = new();
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    public MoreLikeThisTests()
    {
        string[] bodies = ["大桥 通车 市民 2024", "大桥 合龙 市民", "蝴蝶 迁飞 市民 2024", "蝴蝶 观测 市民", "天气 晴 市民", "天气 雨 市民 晴", "书展 开幕 市民", "独家 市民"];
        using (var writer = IndexWriter.Open(_directory, new WhitespaceAnalyzer()))
        {
            foreach (var body in bodies)
            {
                writer.Add([Field.Text("body", body)]);
                if (body.StartsWith("蝴蝶 迁飞", StringComparison.Ordinal)) writer.Commit();
            }

            writer.Commit();
        }

        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader);
    }

    [Fact]
    public void Frequent_terms_of_the_text_that_are_rare_in_the_index_weigh_most()
    {
        var terms = Create(new MoreLikeThisOptions { MaximumDocFreqShare = 1 }).ChooseTerms(Body("市民 市民 大桥 大桥 大桥 蝴蝶"));

        Assert.Equal(["大桥", "蝴蝶", "市民"], terms.Select(term => term.Term.Text));
        Assert.Equal(new MoreLikeThisTerm(new Term("body", "大桥"), 3, 2, 3 * Math.Log(9 / 2.0), 3), terms[0]);
        Assert.Equal(2 * Math.Log(9 / 8.0), terms[2].Weight);
    }

    [Fact]
    public void Short_terms_numbers_common_ones_unknown_ones_and_those_of_one_document_are_left_out()
    {
        var likeThis = Create(new MoreLikeThisOptions { MaximumDocFreqShare = 0.5 });

        Assert.Equal(["天气"], likeThis.ChooseTerms(Body("晴 2024 市民 不在 独家 天气")).Select(term => term.Term.Text));
    }

    [Fact]
    public void A_character_outside_the_basic_plane_is_one_character()
    {
        Assert.Empty(Create(new MoreLikeThisOptions { MinimumDocFreq = 0, MaximumDocFreqShare = 1 }).ChooseTerms(Body("𠮷")));
    }

    [Fact]
    public void Only_so_many_terms_are_taken()
    {
        var terms = Create(new MoreLikeThisOptions { TermCount = 2, MaximumDocFreqShare = 1 }).ChooseTerms(Body("市民 大桥 大桥 蝴蝶 蝴蝶 天气"));

        Assert.Equal(["大桥", "蝴蝶"], terms.Select(term => term.Term.Text));
    }

    [Theory]
    [InlineData(MoreLikeThisBoost.TermFreq, 4, 2)]
    [InlineData(MoreLikeThisBoost.Weight, 1, 0.5)]
    [InlineData(MoreLikeThisBoost.None, 2, 2)]
    public void Terms_are_boosted_as_asked(MoreLikeThisBoost boost, float first, float second)
    {
        var options = new MoreLikeThisOptions { MaximumDocFreqShare = 0.5, Boost = boost };
        var terms = Create(options).ChooseTerms(new MoreLikeThisSource("body", "大桥 大桥 蝴蝶", 2));

        Assert.Equal([first, second], terms.Select(term => term.Boost));
    }

    [Fact]
    public void Documents_about_the_same_come_first()
    {
        var found = _searcher.Search(Create(new MoreLikeThisOptions { MaximumDocFreqShare = 0.5 }).CreateQuery(Body("蝴蝶 蝴蝶 飞过 大桥")), 10);

        Assert.Equal(4, found.TotalHits);
        Assert.Equal([2, 3], found.ScoreDocs.Take(2).Select(hit => hit.DocId).Order());
    }

    [Fact]
    public void A_text_without_a_term_that_qualifies_finds_nothing()
    {
        var query = Create(new MoreLikeThisOptions()).CreateQuery(Body("不在"));

        Assert.Equal(new MatchNoDocsQuery(), query);
        Assert.Equal(0, _searcher.Count(query));
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }

    private static MoreLikeThisSource Body(string text) => new("body", text);

    private MoreLikeThis Create(MoreLikeThisOptions options) => new(_searcher, new WhitespaceAnalyzer(), options);
}

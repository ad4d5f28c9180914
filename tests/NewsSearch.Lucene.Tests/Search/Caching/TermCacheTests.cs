using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Lucene.Tests.Search.Caching;

/// <summary>Terms that were looked up are found again, within bounds. Whether answers stay the same is tested by random queries, which repeat their terms.</summary>
public sealed class TermCacheTests
{
    [Fact]
    public void A_term_is_looked_up_once_whether_the_index_has_it_or_not()
    {
        using var index = new RandomIndex(new Random(1), 200, 3);
        var cache = index.Searcher.TermCache;
        foreach (var word in new[] { "新闻", "没有" })
        {
            var term = new Term("body", word);
            Assert.Null(cache.Find(term));
            var first = index.Searcher.Search(new TermQuery(term), 300);
            var kept = cache.Find(term);

            Assert.NotNull(kept);
            Assert.Equal(first.ScoreDocs, index.Searcher.Search(new TermQuery(term), 300).ScoreDocs);
            Assert.Same(kept, cache.Find(term));
            Assert.Equal(index.Reader.DocFreq(term), kept.Statistics.DocFreq);
            Assert.Equal(index.Searcher.TermStatistics(term), kept.Statistics);
        }
    }

    [Fact]
    public void However_many_terms_are_looked_up_they_take_no_more_than_their_room()
    {
        using var index = new RandomIndex(new Random(2), 50, 2);
        var (cache, most) = (index.Searcher.TermCache, 0);
        for (var i = 0; i < 100_000; i++)
        {
            index.Searcher.TermStatistics(new Term("body", $"没有{i}"));
            most = Math.Max(most, cache.ByteCount);
        }

        Assert.InRange(most, 4 << 20, 8 << 20);
        Assert.Null(cache.Find(new Term("body", "没有0")));
        Assert.NotNull(cache.Find(new Term("body", "没有99999")));
    }

    [Fact]
    public void What_is_asked_for_now_and_then_is_kept()
    {
        using var index = new RandomIndex(new Random(3), 50, 2);
        var word = new Term("body", "新闻");
        var statistics = index.Searcher.TermStatistics(word);
        for (var i = 0; i < 100_000; i++)
        {
            index.Searcher.TermStatistics(new Term("body", $"没有{i}"));
            if (i % 1000 == 0) Assert.Equal(statistics, index.Searcher.TermCache.Find(word)!.Statistics);
        }
    }

    [Fact]
    public void Fields_that_nothing_has_are_not_remembered()
    {
        using var index = new RandomIndex(new Random(4), 50, 2);

        Assert.Same(index.Searcher.TermCache.Field("body"), index.Searcher.TermCache.Field("body"));
        Assert.NotSame(index.Searcher.TermCache.Field("none"), index.Searcher.TermCache.Field("none"));
        Assert.Equal(0, index.Searcher.TermStatistics(new Term("none", "新闻")).DocFreq);
    }

    [Fact]
    public void Threads_share_what_was_looked_up()
    {
        using var index = new RandomIndex(new Random(5), 500, 4);
        var terms = Enumerable.Range(0, 200).Select(seed => new Term(seed % 2 == 0 ? "body" : "title", RandomIndex.RandomWord(new Random(seed)))).ToArray();
        int[] expected = [.. terms.Select(term => new IndexSearcher(index.Reader).Search(new TermQuery(term), 1).TotalHits)];

        Parallel.For(0, 4, _ =>
        {
            for (var i = 0; i < terms.Length; i++) Assert.Equal(expected[i], index.Searcher.Search(new TermQuery(terms[i]), 1).TotalHits);
        });
    }

    [Fact]
    public void Frequencies_are_those_of_the_index_in_whatever_order_terms_come()
    {
        using var index = new RandomIndex(new Random(6), 500, 5);
        var frequencies = index.Searcher.Frequencies("body");
        var random = new Random(6);
        for (var i = 0; i < 500; i++)
        {
            var word = random.Next(5) == 0 ? new string('没', random.Next(1, 200)) : RandomIndex.RandomWord(random);
            Assert.Equal(index.Reader.DocFreq(new Term("body", word)), frequencies.DocFreq(word));
        }

        Assert.Equal(0, index.Searcher.Frequencies("none").DocFreq("新闻"));
    }
}

using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Caching;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Search.Caching;

/// <summary>Filters that repeat come from the cache, within its bounds, and nothing outlives its reader. Whether answers stay the same is tested by random queries.</summary>
public sealed class FilterCacheTests
{
    private static readonly Query Filter = new DocValuesRangeQuery("day", 3, 20);

    [Fact]
    public void The_first_use_is_not_kept_the_second_is_and_the_third_finds_it()
    {
        using var index = new RandomIndex(new Random(1), 200, 3);
        var cache = new FilterCache();
        var searcher = new IndexSearcher(index.Reader, cache);
        var segments = index.Reader.SegmentCount;

        var first = searcher.Search(Filtered(Filter), 300);
        Assert.Equal((0, 0, 0), (cache.Hits, cache.Misses, cache.Count));
        var second = searcher.Search(Filtered(Filter), 300);
        Assert.Equal((0, segments, segments), (cache.Hits, cache.Misses, cache.Count));
        var third = searcher.Search(Filtered(Filter), 300);
        Assert.Equal((segments, segments, segments), (cache.Hits, cache.Misses, cache.Count));

        Assert.Equal(first.ScoreDocs, second.ScoreDocs);
        Assert.Equal(first.ScoreDocs, third.ScoreDocs);
        Assert.NotEmpty(third.ScoreDocs);
    }

    [Fact]
    public void A_filter_is_the_same_in_another_query_and_with_a_boost()
    {
        using var index = new RandomIndex(new Random(1), 200, 1);
        var cache = new FilterCache();
        var searcher = new IndexSearcher(index.Reader, cache);

        searcher.Count(Filtered(new ConstantScoreQuery(Filter)));
        searcher.Count(Filtered(new BoostQuery(new DocValuesRangeQuery("day", 3, 20), 2)));
        searcher.Count(new BooleanQuery(BooleanClause.Must(new TermQuery("body", "新闻")), BooleanClause.MustNot(Filter)));

        Assert.Equal((1, 1, 1), (cache.Hits, cache.Misses, cache.Count));
    }

    [Fact]
    public void Terms_are_not_kept_for_their_postings_are_as_fast()
    {
        using var index = new RandomIndex(new Random(1), 200, 2);
        var cache = new FilterCache();
        var searcher = new IndexSearcher(index.Reader, cache);

        for (var i = 0; i < 5; i++) searcher.Count(Filtered(new TermQuery("tag", "晨报")));

        Assert.Equal((0, 0, 0L), (cache.Count, cache.Misses, cache.Bytes));
    }

    [Fact]
    public void When_the_reader_closes_its_entries_go()
    {
        var cache = new FilterCache();
        using var other = new RandomIndex(new Random(2), 100, 2);
        Repeat(other, cache, Filter);
        var kept = (cache.Count, cache.Bytes);
        using (var index = new RandomIndex(new Random(1), 200, 3))
        {
            Repeat(index, cache, Filter);
            Assert.Equal(kept.Count + index.Reader.SegmentCount, cache.Count);
        }

        Assert.Equal(kept, (cache.Count, cache.Bytes));
    }

    [Fact]
    public void Snapshots_share_the_entries_of_segments_they_share_and_leave_out_their_own_deletions()
    {
        using var directory = new MemoryDirectory();
        using var writer = IndexWriter.Open(directory, new WhitespaceAnalyzer());
        for (var day = 0; day < 30; day++) writer.Add(new Document { Field.Keyword("id", $"d{day}"), Field.NumericColumn("day", day) });
        writer.Commit();
        var cache = new FilterCache();
        var before = DirectoryReader.Open(directory);
        for (var i = 0; i < 2; i++) Assert.Equal(18, new IndexSearcher(before, cache).Count(Filtered(Filter)));

        writer.Delete(new Term("id", "d5"));
        writer.Commit();
        using (var after = DirectoryReader.OpenIfChanged(before)!)
        {
            before.Dispose();
            Assert.Equal(17, new IndexSearcher(after, cache).Count(Filtered(Filter)));
            Assert.Equal((1, 1, 1), (cache.Hits, cache.Misses, cache.Count));
        }

        Assert.Equal((0, 0L), (cache.Count, cache.Bytes));
    }

    [Fact]
    public void A_full_cache_drops_what_was_not_used_for_longest()
    {
        using var index = new RandomIndex(new Random(1), 200, 1);
        var probe = new FilterCache();
        Repeat(index, probe, new DocValuesRangeQuery("day", 1, 1));
        var cache = new FilterCache(3 * probe.Bytes);
        for (var day = 1; day <= 3; day++) Repeat(index, cache, new DocValuesRangeQuery("day", day, day));
        Assert.Equal(3, cache.Count);

        new IndexSearcher(index.Reader, cache).Count(Filtered(new DocValuesRangeQuery("day", 1, 1)));
        Repeat(index, cache, new DocValuesRangeQuery("day", 4, 4));

        Assert.Equal((3, cache.MaxBytes), (cache.Count, cache.Bytes));
        Assert.True(IsKept(index, cache, 1));
        Assert.True(IsKept(index, cache, 3));
        Assert.True(IsKept(index, cache, 4));
        Assert.False(IsKept(index, cache, 2));
    }

    [Fact]
    public void What_is_larger_than_the_cache_is_answered_and_not_kept()
    {
        using var index = new RandomIndex(new Random(1), 200, 1);
        var cache = new FilterCache(100);
        var expected = index.Searcher.Count(Filtered(Filter));

        for (var i = 0; i < 3; i++) Assert.Equal(expected, new IndexSearcher(index.Reader, cache).Count(Filtered(Filter)));

        Assert.Equal((0, 0L), (cache.Count, cache.Bytes));
    }

    [Fact]
    public void Only_the_last_uses_are_remembered()
    {
        using var index = new RandomIndex(new Random(1), 50, 1);
        var cache = new FilterCache();
        var searcher = new IndexSearcher(index.Reader, cache);

        searcher.Count(Filtered(Filter));
        for (var i = 0; i < 300; i++) searcher.Count(Filtered(new DocValuesRangeQuery("day", 1000 + i, 2000)));
        searcher.Count(Filtered(Filter));

        Assert.Equal(0, cache.Count);
    }

    [Fact]
    public void Threads_may_share_a_cache()
    {
        using var index = new RandomIndex(new Random(4), 500, 4);
        Query[] queries = [.. Enumerable.Range(0, 12).Select(day => Filtered(new DocValuesRangeQuery("day", day, day + 9)))];
        int[] expected = [.. queries.Select(query => index.Searcher.Count(query))];
        var cache = new FilterCache(6000);
        var searcher = new IndexSearcher(index.Reader, cache);

        Parallel.For(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
            Assert.Equal(expected[i * 7 % queries.Length], searcher.Count(queries[i * 7 % queries.Length])));

        Assert.InRange(cache.Bytes, 1, cache.MaxBytes);

        // Whether the threads met what others had kept depends on who ran when; this does not.
        for (var i = 0; i < 2; i++) Assert.Equal(expected[0], searcher.Count(queries[0]));
        Assert.True(cache.Hits > 0);
    }

    private static BooleanQuery Filtered(Query filter) => new(BooleanClause.Must(new MatchAllDocsQuery()), BooleanClause.Filter(filter));

    private static void Repeat(RandomIndex index, FilterCache cache, Query filter)
    {
        var searcher = new IndexSearcher(index.Reader, cache);
        for (var i = 0; i < 2; i++) searcher.Count(Filtered(filter));
    }

    private static bool IsKept(RandomIndex index, FilterCache cache, int day)
    {
        var hits = cache.Hits;
        new IndexSearcher(index.Reader, cache).Count(Filtered(new DocValuesRangeQuery("day", day, day)));
        return cache.Hits > hits;
    }
}

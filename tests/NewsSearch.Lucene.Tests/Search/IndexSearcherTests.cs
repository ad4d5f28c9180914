using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Indexing;
using NewsSearch.Lucene.Reading;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Tests.Search;

/// <summary>The searcher finds what a naive evaluation over the documents finds: exact totals, equal scores, the order asked for.</summary>
public sealed class IndexSearcherTests
{
    private const double ScoreTolerance = 1e-5;
    private const int QueriesPerIndex = 100;

    private static readonly (bool IsDescending, bool IsMissingLast)[] Directions = [(false, false), (false, true), (true, false), (true, true)];

    public static TheoryData<int, int, int> Indexes => new()
    {
        { 1, 1, 1 }, { 2, 40, 1 }, { 3, 127, 1 }, { 4, 300, 3 }, { 5, 300, 8 }, { 6, 1000, 2 }, { 7, 2500, 5 },
    };

    [Theory]
    [MemberData(nameof(Indexes))]
    public void Every_query_finds_exactly_the_documents_that_match(int seed, int documentCount, int segmentCount) =>
        ForRandomQueries(seed, documentCount, segmentCount, (index, query, expected) =>
        {
            var found = index.Searcher.Search(query, index.Reader.MaxDoc + 1);
            Assert.Equal(expected.Count, found.TotalHits);
            Assert.Equal(expected.Keys, found.ScoreDocs.Select(hit => hit.DocId).Order());
            Assert.Equal(expected.Count, index.Searcher.Count(query));
        });

    [Theory]
    [MemberData(nameof(Indexes))]
    public void The_best_come_first_with_the_scores_of_the_definition(int seed, int documentCount, int segmentCount) =>
        ForRandomQueries(seed, documentCount, segmentCount, (index, query, expected) =>
        {
            var found = index.Searcher.Search(query, 10);
            Assert.Equal(expected.Count, found.TotalHits);
            Assert.Equal(Math.Min(10, expected.Count), found.ScoreDocs.Count);
            foreach (var hit in found.ScoreDocs) AssertClose(expected[hit.DocId], hit.Score);
            foreach (var (better, worse) in found.ScoreDocs.Zip(found.ScoreDocs.Skip(1)))
                Assert.True(better.Score > worse.Score || (better.Score == worse.Score && better.DocId < worse.DocId), $"{better} before {worse}");
            foreach (var docId in expected.Keys.Except(found.ScoreDocs.Select(hit => hit.DocId)))
                Assert.True(expected[docId] <= found.ScoreDocs[^1].Score * (1 + ScoreTolerance), $"Document {docId} is missing.");
        });

    [Theory]
    [MemberData(nameof(Indexes))]
    public void The_best_are_the_same_where_not_all_are_counted(int seed, int documentCount, int segmentCount) =>
        ForRandomQueries(seed, documentCount, segmentCount, (index, query, expected) =>
        {
            foreach (var size in (int[])[1, 3, 10])
            {
                var all = index.Searcher.Search(query, size);
                var best = index.Searcher.Search(query, new SearchOptions { Size = size, CountsHits = false });
                Assert.Equal(all.ScoreDocs, best.ScoreDocs);
                Assert.InRange(best.TotalHits, Math.Min(size, expected.Count), expected.Count);
            }
        });

    [Theory]
    [MemberData(nameof(Indexes))]
    public void An_explanation_has_the_score_as_its_value(int seed, int documentCount, int segmentCount) =>
        ForRandomQueries(seed, documentCount, segmentCount, (index, query, expected) =>
        {
            foreach (var hit in index.Searcher.Search(query, 3).ScoreDocs)
            {
                var explanation = index.Searcher.Explain(query, hit.DocId);
                Assert.True(explanation.IsMatch, $"{explanation}");
                Assert.Equal(hit.Score, explanation.Value);
            }

            for (var docId = 0; docId < index.Reader.MaxDoc; docId += 17)
                Assert.Equal(expected.ContainsKey(docId), index.Searcher.Explain(query, docId).IsMatch);
        });

    [Theory]
    [MemberData(nameof(Indexes))]
    public void Pages_put_together_are_the_whole(int seed, int documentCount, int segmentCount) =>
        ForRandomQueries(seed, documentCount, segmentCount, (index, query, expected) =>
        {
            var whole = index.Searcher.Search(query, index.Reader.MaxDoc);
            var pages = new List<ScoreDoc>();
            for (var from = 0; from < expected.Count; from += 7)
            {
                var page = index.Searcher.Search(query, new SearchOptions { From = from, Size = 7 });
                Assert.Equal(expected.Count, page.TotalHits);
                pages.AddRange(page.ScoreDocs);
            }

            Assert.Equal(whole.ScoreDocs, pages);
            Assert.Empty(index.Searcher.Search(query, new SearchOptions { From = expected.Count, Size = 7 }).ScoreDocs);
            Assert.Empty(index.Searcher.Search(query, new SearchOptions { From = int.MaxValue, Size = int.MaxValue }).ScoreDocs);
        });

    [Theory]
    [MemberData(nameof(Indexes))]
    public void Hits_are_sorted_by_columns(int seed, int documentCount, int segmentCount) =>
        ForRandomQueries(seed, documentCount, segmentCount, (index, query, expected) =>
        {
            foreach (var (isDescending, isMissingLast) in Directions)
            {
                var byDay = Sort.ByNumber("day", isDescending, isMissingLast);
                AssertSorted(index, query, byDay, SortByDay(index, expected.Keys, isDescending, isMissingLast), DayOf);
                var bySource = Sort.ByText("source", isDescending, isMissingLast);
                AssertSorted(index, query, bySource, SortBySource(index, expected.Keys, isDescending, isMissingLast), SourceOf);
            }
        });

    [Fact]
    public void An_empty_index_has_no_hits()
    {
        using var directory = new MemoryDirectory();
        using (var writer = IndexWriter.Open(directory, new WhitespaceAnalyzer())) writer.Commit();
        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);

        foreach (var query in new Query[] { new MatchAllDocsQuery(), new TermQuery("body", "a"), new PhraseQuery("body", "a", "b") })
        {
            Assert.Equal(0, searcher.Count(query));
            Assert.Equal(0, searcher.Search(query, 10).TotalHits);
            Assert.Equal(0, searcher.Search(query, new SearchOptions { Sort = Sort.ByNumber("day") }).TotalHits);
        }
    }

    [Fact]
    public void A_phrase_in_a_field_without_positions_is_an_error_that_says_so()
    {
        using var index = new RandomIndex(new Random(1), 20, 1);

        var error = Assert.Throws<InvalidOperationException>(() => index.Searcher.Search(new PhraseQuery("id", "d1", "d2"), 10));
        Assert.Contains("id is indexed without positions", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_of_another_type_is_an_error_that_says_so()
    {
        using var index = new RandomIndex(new Random(1), 20, 1);

        Assert.Throws<InvalidOperationException>(() => index.Searcher.Count(new DocValuesRangeQuery("source", 1, 2)));
        Assert.Throws<InvalidOperationException>(() => index.Searcher.Count(new DocValuesTermsQuery("day", "1")));
        Assert.Throws<InvalidOperationException>(() =>
            index.Searcher.Search(new MatchAllDocsQuery(), new SearchOptions { Sort = Sort.ByText("day") }));
    }

    [Fact]
    public void A_field_that_no_document_has_matches_nothing_and_sorts_nothing()
    {
        using var index = new RandomIndex(new Random(1), 20, 2);

        foreach (var query in new Query[]
        {
            new TermQuery("none", "a"), new PhraseQuery("none", "a", "b"), new PrefixQuery("none", ""), new TermSetQuery("none", "a"),
            new DocValuesRangeQuery("none", null, null), new DocValuesTermsQuery("none", "a"),
        })
            Assert.Equal(0, index.Searcher.Count(query));

        var byId = index.Searcher.Search(new MatchAllDocsQuery(), 100).ScoreDocs.Select(hit => hit.DocId);
        var sorted = index.Searcher.Search(new MatchAllDocsQuery(), new SearchOptions { Size = 100, Sort = Sort.ByNumber("none") });
        Assert.Equal(byId, sorted.ScoreDocs.Select(hit => hit.DocId));
    }

    [Fact]
    public void A_cancelled_search_ends()
    {
        using var index = new RandomIndex(new Random(1), 20, 2);
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => index.Searcher.Search(new MatchAllDocsQuery(), 10, cancellation.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => index.Searcher.Count(new TermQuery("body", "新闻"), cancellation.Token));
    }

    [Fact]
    public void A_search_after_the_reader_is_gone_says_so()
    {
        using var index = new RandomIndex(new Random(1), 20, 2);
        index.Reader.Dispose();

        Assert.Throws<ObjectDisposedException>(() => index.Searcher.Search(new MatchAllDocsQuery(), 10));
        Assert.Throws<ObjectDisposedException>(() => index.Searcher.Count(new MatchAllDocsQuery()));
        Assert.Throws<ObjectDisposedException>(() => index.Searcher.Document(0));
    }

    [Fact]
    public void Statistics_count_deleted_documents_too()
    {
        using var index = new RandomIndex(new Random(3), 400, 3);

        var bodies = index.Documents.Select(document => document.Words.GetValueOrDefault("body", [])).ToArray();
        Assert.Equal(
            new CollectionStatistics(
                "body", bodies.Length, bodies.Count(words => words.Length > 0), bodies.Sum(words => words.Length),
                bodies.Sum(words => words.Distinct().Count())),
            index.Searcher.CollectionStatistics("body"));
        Assert.Equal(
            new TermStatistics(
                new Term("body", "天气"), bodies.Count(words => words.Contains("天气")), bodies.Sum(words => words.Count(word => word == "天气"))),
            index.Searcher.TermStatistics(new Term("body", "天气")));
        Assert.Equal(new TermStatistics(new Term("body", "none"), 0, 0), index.Searcher.TermStatistics(new Term("body", "none")));
    }

    [Fact]
    public void Threads_may_share_a_searcher()
    {
        using var index = new RandomIndex(new Random(4), 1000, 4);
        Query[] queries = [.. Enumerable.Range(0, 60).Select(seed => RandomQueries.Next(new Random(seed)))];
        TopDocs[] alone = [.. queries.Select(query => index.Searcher.Search(query, 20))];

        Parallel.For(0, 4 * queries.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
        {
            var found = index.Searcher.Search(queries[i % queries.Length], 20);
            Assert.Equal(alone[i % queries.Length].ScoreDocs, found.ScoreDocs);
        });
    }

    private static void ForRandomQueries(
        int seed, int documentCount, int segmentCount, Action<RandomIndex, Query, SortedDictionary<int, double>> check)
    {
        var random = new Random(seed);
        using var index = new RandomIndex(random, documentCount, segmentCount);
        for (var i = 0; i < QueriesPerIndex * 40 / (40 + documentCount / 10); i++)
        {
            var query = RandomQueries.Next(random);
            try
            {
                check(index, query, index.Naive.Search(query));
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"Seed {seed}, query {i}: {query}", error);
            }
        }
    }

    private static void AssertClose(double expected, float actual) =>
        Assert.InRange(actual, expected * (1 - ScoreTolerance), expected * (1 + ScoreTolerance));

    private static void AssertSorted(RandomIndex index, Query query, Sort sort, IEnumerable<int> expected, Func<NaiveDocument, object?> valueOf)
    {
        var found = index.Searcher.Search(query, new SearchOptions { Size = 25, Sort = sort });
        Assert.Equal(expected.Take(25), found.ScoreDocs.Select(hit => hit.DocId));
        Assert.All(found.ScoreDocs, hit =>
        {
            Assert.True(float.IsNaN(hit.Score));
            Assert.Equal(valueOf(index.Documents[hit.DocId])?.ToString(), hit.SortValue?.ToString());
        });
    }

    private static object? DayOf(NaiveDocument document) => document.Day;

    private static object? SourceOf(NaiveDocument document) => document.Source;

    private static IEnumerable<int> SortByDay(RandomIndex index, IEnumerable<int> docIds, bool isDescending, bool isMissingLast)
    {
        var groups = docIds.OrderBy(docId => isMissingLast && index.Documents[docId].Day is null ? 1 : 0);
        return isDescending
            ? groups.ThenByDescending(docId => index.Documents[docId].Day ?? 0).ThenBy(docId => docId)
            : groups.ThenBy(docId => index.Documents[docId].Day ?? 0).ThenBy(docId => docId);
    }

    private static IEnumerable<int> SortBySource(RandomIndex index, IEnumerable<int> docIds, bool isDescending, bool isMissingLast)
    {
        var byBytes = Comparer<string>.Create((left, right) =>
            System.Text.Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(right)));
        var isLast = isMissingLast || isDescending;
        var groups = docIds.OrderBy(docId => index.Documents[docId].Source is null == isLast ? 1 : 0);
        return isDescending
            ? groups.ThenByDescending(docId => index.Documents[docId].Source ?? "", byBytes).ThenBy(docId => docId)
            : groups.ThenBy(docId => index.Documents[docId].Source ?? "", byBytes).ThenBy(docId => docId);
    }
}

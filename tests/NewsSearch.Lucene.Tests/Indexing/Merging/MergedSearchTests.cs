using NewsSearch.Lucene.Facets;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Store;
using NewsSearch.Lucene.Tests.Search;

namespace NewsSearch.Lucene.Tests.Indexing.Merging;

/// <summary>A merged index answers what a naive evaluation over the documents that live answers: deletions no longer count anywhere.</summary>
public sealed class MergedSearchTests
{
    private static readonly string[] TextFields = ["title", "body"];

    public static TheoryData<int, int, int> Indexes => new() { { 1, 40, 2 }, { 2, 300, 3 }, { 3, 600, 12 }, { 4, 1500, 5 } };

    [Theory]
    [MemberData(nameof(Indexes))]
    public void Queries_find_the_same_with_the_scores_of_the_definition(int seed, int documentCount, int segmentCount) =>
        ForMerged(seed, documentCount, segmentCount, (merged, live, random) =>
        {
            var naive = new NaiveSearcher(live);
            for (var i = 0; i < 100; i++)
            {
                var query = RandomQueries.Next(random);
                var expected = naive.Search(query);
                var found = merged.Searcher.Search(query, live.Count + 1);
                Assert.Equal(expected.Keys, found.ScoreDocs.Select(hit => hit.DocId).Order());
                foreach (var hit in found.ScoreDocs) Assert.Equal(expected[hit.DocId], hit.Score, 1e-5 * (1 + expected[hit.DocId]));
            }
        });

    [Theory]
    [MemberData(nameof(Indexes))]
    public void Stored_fields_and_facets_are_those_of_the_documents(int seed, int documentCount, int segmentCount) =>
        ForMerged(seed, documentCount, segmentCount, (merged, live, _) =>
        {
            Assert.Equal(live.Select(document => document.Id), Enumerable.Range(0, live.Count).Select(docId => merged.Reader.Document(docId).Text("id")!));
            var counts = merged.Searcher.CountFacets(new MatchAllDocsQuery(), [new FacetRequest("source", 20), new FacetRequest("tags", 20), new FacetRequest("day", 50)]);
            AssertCounts(live.Select(document => document.Source).OfType<string>(), counts[0]);
            AssertCounts(live.SelectMany(document => document.Tags.Distinct()), counts[1]);
            AssertCounts(live.Select(document => $"{document.Day}").Where(day => day.Length > 0), counts[2]);
        });

    [Theory]
    [MemberData(nameof(Indexes))]
    public void Statistics_are_counted_anew(int seed, int documentCount, int segmentCount) =>
        ForMerged(seed, documentCount, segmentCount, (merged, live, _) =>
        {
            foreach (var field in TextFields)
            {
                var texts = live.Select(document => document.Words.GetValueOrDefault(field, [])).Where(words => words.Length > 0).ToList();
                var statistics = merged.Searcher.CollectionStatistics(field);
                Assert.Equal(live.Count, statistics.MaxDoc);
                Assert.Equal(texts.Count, statistics.DocCount);
                Assert.Equal(texts.Sum(words => words.Length), statistics.SumTotalTermFreq);
                Assert.Equal(texts.Sum(words => words.Distinct().Count()), statistics.SumDocFreq);
            }
        });

    private static void ForMerged(int seed, int documentCount, int segmentCount, Action<MergedIndex, IReadOnlyList<NaiveDocument>, Random> test)
    {
        var random = new Random(seed);
        using var index = new RandomIndex(random, documentCount, segmentCount);
        using var target = new MemoryDirectory();
        using var merged = new MergedIndex(index.Reader, target);
        var live = index.Documents.Where(document => !document.IsDeleted).ToList();
        Assert.True(index.Documents.Count > live.Count || documentCount < 100, "some documents are deleted");
        test(merged, live, random);
    }

    private static void AssertCounts(IEnumerable<string> values, FacetCounts actual) => Assert.Equal(
        values.GroupBy(value => value).ToDictionary(group => group.Key, group => group.Count()),
        actual.Values.ToDictionary(value => value.Label, value => value.Count));
}

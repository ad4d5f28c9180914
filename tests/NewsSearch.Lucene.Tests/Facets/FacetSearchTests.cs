using NewsSearch.Lucene.Facets;
using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Tests.Search;

namespace NewsSearch.Lucene.Tests.Facets;

/// <summary>Facets count every hit, whatever page is shown: compared with counting the documents themselves.</summary>
public sealed class FacetSearchTests
{
    private static readonly FacetOrder[] Orders = [FacetOrder.Count, FacetOrder.Value, FacetOrder.ValueDescending];

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 300, 1)]
    [InlineData(3, 300, 6)]
    [InlineData(4, 1500, 4)]
    public void Counts_are_those_of_the_matching_documents(int seed, int documentCount, int segmentCount)
    {
        var random = new Random(seed);
        using var index = new RandomIndex(random, documentCount, segmentCount);
        for (var i = 0; i < 40; i++)
        {
            var query = RandomQueries.Next(random);
            var order = Orders[random.Next(3)];
            var size = random.Next(8);
            var hits = index.Naive.Search(query).Keys.Select(docId => index.Documents[docId]).ToList();

            var found = index.Searcher.Search(
                query, new SearchOptions { Size = 3 },
                [new FacetRequest("source", size, order), new FacetRequest("tags", size, order), new FacetRequest("day", size, order)]);

            Assert.Equal(hits.Count, found.TopDocs.TotalHits);
            Assert.Equal(["source", "tags", "day"], found.Facets.Select(facet => facet.Field));
            AssertCounts(hits.Where(hit => hit.Source is not null).Select(hit => hit.Source!), ByBytes, found.Facets[0], size, order);
            AssertCounts(hits.SelectMany(hit => hit.Tags.Distinct()), ByBytes, found.Facets[1], size, order);
            AssertCounts(hits.Where(hit => hit.Day is not null).Select(hit => hit.Day!.Value), Comparer<long>.Default, found.Facets[2], size, order);
            Assert.Equal(
                found.Facets[1].Values,
                index.Searcher.CountFacets(query, [new FacetRequest("tags", size, order)])[0].Values);
        }
    }

    [Fact]
    public void A_field_without_a_column_has_no_values()
    {
        using var index = new RandomIndex(new Random(1), 20, 2);

        var counts = Assert.Single(index.Searcher.CountFacets(new MatchAllDocsQuery(), [new FacetRequest("none")]));
        Assert.Empty(counts.Values);
        Assert.Equal(0, counts.ValueCount);
    }

    private static Comparer<string> ByBytes { get; } = Comparer<string>.Create((left, right) =>
        System.Text.Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(right)));

    private static void AssertCounts<T>(IEnumerable<T> values, IComparer<T> comparer, FacetCounts actual, int size, FacetOrder order)
        where T : notnull
    {
        var counts = values.GroupBy(value => value).OrderBy(group => group.Key, comparer).ToList();
        IEnumerable<IGrouping<T, T>> sorted = order switch
        {
            FacetOrder.Count => counts.OrderByDescending(group => group.Count()),
            FacetOrder.Value => counts,
            _ => counts.AsEnumerable().Reverse(),
        };
        Assert.Equal(sorted.Take(size).Select(group => new FacetValue($"{group.Key}", group.Count())), actual.Values);
        Assert.Equal(counts.Count, actual.ValueCount);
    }
}

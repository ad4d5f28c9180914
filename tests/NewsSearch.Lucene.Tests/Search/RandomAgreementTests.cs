using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Caching;
using NewsSearch.Lucene.Search.Queries;
using Xunit.Abstractions;

namespace NewsSearch.Lucene.Tests.Search;

/// <summary>
/// Random queries of all kinds over random indexes: the searcher, with and without a cache, finds the documents and scores of the naive one, and
/// explanations have the scores as their values. 500 cases, 10,000 when long tests are on.
/// </summary>
public sealed class RandomAgreementTests(ITestOutputHelper output)
{
    private const int Seed = 20261122;
    private const int QueriesPerIndex = 50;
    private const double Tolerance = 1e-5;

    [Fact]
    public void Random_queries_over_random_documents_find_what_the_naive_searcher_finds()
    {
        var indexCount = LongTests.AreOn ? 200 : 10;
        output.WriteLine($"Seeds {Seed} to {Seed + indexCount - 1}, {QueriesPerIndex} queries each");
        var withHits = 0;
        for (var seed = Seed; seed < Seed + indexCount; seed++) withHits += CheckIndex(seed);

        Assert.True(withHits > indexCount * QueriesPerIndex / 2, $"only {withHits} queries have hits");
    }

    private static int CheckIndex(int seed)
    {
        var random = new Random(seed);
        using var index = new RandomIndex(random, random.Next(1, 300), random.Next(1, 6));
        var cached = new IndexSearcher(index.Reader, new FilterCache());
        var withHits = 0;
        for (var number = 0; number < QueriesPerIndex; number++)
        {
            var query = RandomQueries.Next(random, random.Next(4));
            try
            {
                var expected = index.Naive.Search(query);
                Check(index.Searcher, query, expected);
                for (var round = 0; round < 2; round++) Check(cached, query, expected);
                if (expected.Count > 0) withHits++;
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"Seed {seed}, query {number}: {query}", error);
            }
        }

        return withHits;
    }

    private static void Check(IndexSearcher searcher, Query query, SortedDictionary<int, double> expected)
    {
        var found = searcher.Search(query, searcher.Reader.MaxDoc + 1);
        Assert.Equal(expected.Count, found.TotalHits);
        Assert.Equal(expected.Count, searcher.Count(query));
        Assert.Equal(expected.Keys, found.ScoreDocs.Select(hit => hit.DocId).Order());
        foreach (var hit in found.ScoreDocs)
            Assert.InRange(hit.Score, expected[hit.DocId] * (1 - Tolerance), expected[hit.DocId] * (1 + Tolerance));
        foreach (var hit in found.ScoreDocs.Take(3)) Assert.Equal(hit.Score, searcher.Explain(query, hit.DocId).Value);
        foreach (var size in (int[])[1, 3, 10])
        {
            var best = searcher.Search(query, new SearchOptions { Size = size, CountsHits = false });
            Assert.Equal(found.ScoreDocs.Take(size), best.ScoreDocs);
            Assert.InRange(best.TotalHits, best.ScoreDocs.Count, found.TotalHits);

            // Where all are counted, the scores of the others need not be exact; those of the best must.
            var counted = searcher.Search(query, size);
            Assert.Equal(found.ScoreDocs.Take(size), counted.ScoreDocs);
            Assert.Equal(found.TotalHits, counted.TotalHits);
        }

        for (var docId = 0; docId < searcher.Reader.MaxDoc; docId += 29)
            Assert.Equal(expected.ContainsKey(docId), searcher.Explain(query, docId).IsMatch);
    }
}

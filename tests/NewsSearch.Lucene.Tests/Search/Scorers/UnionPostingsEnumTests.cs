using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Tests.Search.Scorers;

/// <summary>Several terms read as one: all their documents, all their positions, each once and in order.</summary>
public sealed class UnionPostingsEnumTests
{
    [Fact]
    public void Random_postings_are_united()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            SortedDictionary<int, int[]>[] parts = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => RandomPostings(random))];
            int[] docIds = [.. parts.SelectMany(part => part.Keys).Distinct().Order()];

            var union = new UnionPostingsEnum([.. parts.Select(part => new PositionList(part))]);
            var target = 0;
            while (union.DocId != DocIdSetIterator.NoMoreDocs)
            {
                var reached = union.Advance(target);
                Assert.Equal(docIds.FirstOrDefault(docId => docId >= target, DocIdSetIterator.NoMoreDocs), reached);
                if (reached == DocIdSetIterator.NoMoreDocs) break;
                int[] expected = [.. parts.Where(part => part.ContainsKey(reached)).SelectMany(part => part[reached]).Distinct().Order()];
                if (random.Next(3) > 0) Assert.Equal(expected, Enumerable.Range(0, union.Freq).Select(_ => union.NextPosition()));
                target = reached + 1 + random.Next(3) * random.Next(20);
            }
        }
    }

    private static SortedDictionary<int, int[]> RandomPostings(Random random)
    {
        var postings = new SortedDictionary<int, int[]>();
        for (var docId = 0; docId < 100; docId++)
            if (random.Next(4) == 0) postings[docId] = [.. Enumerable.Range(0, 60).Where(_ => random.Next(4) == 0).Append(60)];
        return postings;
    }
}

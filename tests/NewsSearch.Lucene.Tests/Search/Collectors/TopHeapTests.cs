using NewsSearch.Lucene.Search.Collectors;

namespace NewsSearch.Lucene.Tests.Search.Collectors;

public sealed class TopHeapTests
{
    [Fact]
    public void It_keeps_what_sorting_everything_would_keep()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            (long Key, int DocId)[] entries = [.. Enumerable.Range(0, random.Next(300)).Select(docId => (random.NextInt64(-20, 20), docId))];
            random.Shuffle(entries);
            var capacity = random.Next(150);

            var heap = new TopHeap(capacity);
            foreach (var (key, docId) in entries) heap.Add(key, docId);

            var expected = entries.OrderByDescending(entry => entry.Key).ThenBy(entry => entry.DocId).Take(capacity);
            Assert.True(expected.SequenceEqual(heap.Drain()), $"Seed {seed}");
        }
    }

    [Fact]
    public void A_huge_capacity_takes_no_room_in_advance()
    {
        var heap = new TopHeap(int.MaxValue);
        heap.Add(1, 1);

        Assert.Equal([(1L, 1)], heap.Drain());
    }
}

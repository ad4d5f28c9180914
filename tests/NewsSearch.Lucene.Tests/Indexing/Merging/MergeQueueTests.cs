using System.Text;
using NewsSearch.Lucene.Indexing.Merging;

namespace NewsSearch.Lucene.Tests.Indexing.Merging;

/// <summary>Runs are merged in order, and equal byte strings come together, in the order of the runs.</summary>
public sealed class MergeQueueTests
{
    [Fact]
    public void Random_runs_are_merged_in_order()
    {
        var random = new Random(5);
        for (var round = 0; round < 200; round++)
        {
            var runs = Enumerable.Range(0, random.Next(14)).Select(_ => RandomRun(random)).ToList();
            var expected = runs.SelectMany((run, number) => run.Select(text => (text, number)))
                .GroupBy(pair => pair.text, pair => pair.number).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => $"{group.Key}:{string.Join(',', group.Order())}");

            var queue = new MergeQueue<ListCursor>(runs.Select((run, number) => new ListCursor(number, run)));
            var merged = new List<string>();
            while (queue.MoveNext())
                merged.Add($"{Encoding.UTF8.GetString(queue.Least[0].Current)}:{string.Join(',', queue.Least.Select(cursor => cursor.Number))}");

            Assert.Equal(expected, merged);
            Assert.False(queue.MoveNext());
        }
    }

    private static string[] RandomRun(Random random) =>
        [.. Enumerable.Range(0, random.Next(20)).Select(_ => $"{random.Next(30)}").Append(random.Next(3) == 0 ? "" : "a").Distinct().Order(StringComparer.Ordinal)];

    private sealed class ListCursor(int number, string[] run) : MergeCursor(number)
    {
        private int _at = -1;

        public override ReadOnlySpan<byte> Current => Encoding.UTF8.GetBytes(run[_at]);

        public override bool MoveNext() => ++_at < run.Length;
    }
}

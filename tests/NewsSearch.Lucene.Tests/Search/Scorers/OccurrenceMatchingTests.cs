using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Tests.Search.Scorers;

/// <summary>Places are kept by vectors as they are one by one.</summary>
public sealed class OccurrenceMatchingTests
{
    private static readonly int[] Counts = [0, 1, 2, 7, 8, 9, 15, 16, 17, 24, 25, 100];

    [Fact]
    public void Random_rows_keep_the_same_places_either_way()
    {
        var random = new Random(11);
        foreach (var startCount in Counts)
        {
            foreach (var occurrenceCount in Counts.Skip(1))
            {
                for (var round = 0; round < 20; round++) AssertAgree(random, startCount, occurrenceCount);
            }
        }
    }

    private static void AssertAgree(Random random, int startCount, int occurrenceCount)
    {
        var starts = RandomRow(random, startCount);
        int[] occurrences = RandomRow(random, occurrenceCount);
        int[] expected = [.. starts.Where(start => occurrences.Contains(start))];
        int[] plain = [.. starts];
        Assert.Equal(expected, plain[..OccurrenceMatching.RetainPlainly(plain, startCount, occurrences)]);

        // What stands behind must not matter, even if it would fit.
        int[] fast = [.. starts, .. Enumerable.Repeat(starts.LastOrDefault(), OccurrenceMatching.Slack)];
        int[] padded = [.. occurrences, .. Enumerable.Range(0, OccurrenceMatching.Slack).Select(i => starts.FirstOrDefault())];
        Assert.Equal(expected, fast[..OccurrenceMatching.Retain(fast, startCount, padded)]);
    }

    // Places may stand twice: a term can occur twice at one position.
    private static int[] RandomRow(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(3 * count) - 3).Order()];
}

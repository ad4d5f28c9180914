using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Tests.Packing;

/// <summary>What two rows have in common is found at its places, whatever their lengths.</summary>
public sealed class AscendingIntersectionTests
{
    private static readonly int[] Lengths = [0, 1, 2, 7, 8, 9, 12, 15, 16, 17, 64, 127, 128];

    [Theory]
    [InlineData(130)]
    [InlineData(200)]
    [InlineData(2000)]
    public void Random_rows_have_in_common_what_sets_have(int limit)
    {
        var random = new Random(limit);
        foreach (var leftLength in Lengths)
        {
            foreach (var rightLength in Lengths)
            {
                var (left, right) = (RandomRow(random, leftLength, limit), RandomRow(random, rightLength, limit));
                int[] expected = [.. left.Intersect(right)];
                AssertFinds(expected, left, right, AscendingIntersection.Find);
                AssertFinds(expected, left, right, AscendingIntersection.FindPlainly);
            }
        }
    }

    [Fact]
    public void Equal_rows_have_everything_in_common()
    {
        int[] row = [.. Enumerable.Range(0, 128).Select(i => 3 * i)];
        AssertFinds(row, row, row, AscendingIntersection.Find);
    }

    [Fact]
    public void Numbers_that_stand_twice_as_in_a_broken_file_do_no_harm()
    {
        var row = new int[128];
        var (common, leftPlaces, rightPlaces) = (new int[128 + AscendingIntersection.Slack], new byte[128 + AscendingIntersection.Slack], new byte[128 + AscendingIntersection.Slack]);
        var count = AscendingIntersection.Find(row, row, common, leftPlaces, rightPlaces);
        Assert.InRange(count, 1, row.Length);
        Assert.All(leftPlaces[..count].Concat(rightPlaces[..count]), place => Assert.InRange(place, 0, row.Length - 1));
    }

    private delegate int Finding(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<int> common, Span<byte> leftPlaces, Span<byte> rightPlaces);

    private static void AssertFinds(int[] expected, int[] left, int[] right, Finding find)
    {
        var room = Math.Min(left.Length, right.Length) + AscendingIntersection.Slack;
        var (common, leftPlaces, rightPlaces) = (new int[room], new byte[room], new byte[room]);
        var count = find(left, right, common, leftPlaces, rightPlaces);
        Assert.Equal(expected, common[..count]);
        Assert.Equal(expected, leftPlaces[..count].Select(place => left[place]));
        Assert.Equal(expected, rightPlaces[..count].Select(place => right[place]));
    }

    private static int[] RandomRow(Random random, int length, int limit) =>
        [.. Enumerable.Range(0, limit).OrderBy(_ => random.Next()).Take(length).Order()];
}

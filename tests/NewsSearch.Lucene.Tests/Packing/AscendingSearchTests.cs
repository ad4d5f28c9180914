using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Tests.Packing;

/// <summary>The fast search finds the place that halving finds, wherever the target is.</summary>
public sealed class AscendingSearchTests
{
    [Fact]
    public void Every_target_is_found_in_lists_of_every_length_up_to_two_blocks()
    {
        for (var length = 1; length <= 257; length++)
        {
            var random = new Random(length);
            int[] ascending = new int[length];
            for (var i = 1; i < length; i++) ascending[i] = ascending[i - 1] + random.Next(0, 4);
            for (var target = -1; target <= ascending[^1]; target++)
            {
                var expected = Array.FindIndex(ascending, value => value >= target);
                Assert.Equal(expected, AscendingSearch.FirstAtLeast(ascending, target));
                Assert.True(ascending[AscendingSearch.FirstAtLeastPlainly(ascending, target)] == ascending[expected]);
            }
        }
    }

    [Fact]
    public void Extreme_numbers_are_compared_as_they_are() =>
        Assert.Equal(7, AscendingSearch.FirstAtLeast([int.MinValue, -1, 0, 1, 2, 3, 4, int.MaxValue - 1, int.MaxValue], 5));
}

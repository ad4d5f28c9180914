using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Lucene.Tests.Search.Queries;

/// <summary>Factors that are kept are those of the definition, whatever the ages and however half-lives and weights take turns.</summary>
public sealed class AgeFactorsTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(100, 101)]
    [InlineData(100, 99)]
    [InlineData(20_000, 11_809)]
    [InlineData(20_000, 11_808)]
    [InlineData(20_000, 11_807)]
    [InlineData(-5, -400)]
    [InlineData(long.MaxValue, long.MinValue)]
    [InlineData(long.MinValue, long.MaxValue)]
    [InlineData(0, long.MinValue)]
    public void A_factor_is_that_of_the_definition_the_first_time_and_again(long origin, long value)
    {
        foreach (var (halfLife, weight) in new[] { (90.0, 0.15), (365.0, 2.0), (90.0, 0.15), (1e-3, 1.0), (90.0, 0.0) })
        {
            var expected = 1 + weight * Math.Pow(2, -Math.Max(0, (double)origin - value) / halfLife);
            for (var time = 0; time < 2; time++) Assert.Equal(expected, new RecencyBoost("day", origin, halfLife, weight).Factor(value), 1e-12);
        }
    }

    [Fact]
    public void Threads_that_use_different_ones_at_once_get_their_own() => Parallel.For(0, 4, thread =>
    {
        var boost = new RecencyBoost("day", 1000, 10 * (thread + 1), thread);
        for (var value = 0; value < 20_000; value++)
            Assert.Equal(1 + thread * Math.Pow(2, -Math.Max(0, 1000.0 - value % 1100) / (10 * (thread + 1))), boost.Factor(value % 1100), 1e-12);
    });
}

using NewsSearch.SmartCn.Dictionary;

namespace NewsSearch.SmartCn.Tests.Dictionary;

public sealed class PreciseLogarithmTests
{
    /// <summary>Expected values were computed with 40 decimal digits and rounded; the C library rounds some of them wrongly.</summary>
    [Theory]
    [InlineData(1.0, 0.0)]
    [InlineData(0.5, -0.6931471805599453)]
    [InlineData(2.0, 0.6931471805599453)]
    [InlineData(0.7000005092599666, -0.356674216424759)]
    [InlineData(0.8560994794516258, -0.1553686952801081)]
    [InlineData(0.009725192718681643, -4.633035572842961)]
    [InlineData(0.0031777652581638045, -5.751577078238973)]
    public void A_logarithm_is_rounded_correctly(double x, double expected) => Assert.Equal(expected, PreciseLogarithm.Log(x));

    [Fact]
    public void It_is_never_more_than_one_unit_in_the_last_place_from_the_platform()
    {
        var random = new Random(11);
        for (var i = 0; i < 200_000; i++)
        {
            var x = Math.ScaleB(1.0 + random.NextDouble(), random.Next(-60, 60));
            var expected = Math.Log(x);
            Assert.InRange(PreciseLogarithm.Log(x), Math.BitDecrement(expected), Math.BitIncrement(expected));
        }
    }
}

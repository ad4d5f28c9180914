using System.Runtime.Intrinsics;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Tests.Packing;

/// <summary>What is done in vectors is what is done number by number.</summary>
public sealed class FewNumbersTests
{
    [Fact]
    public void Sums_and_equal_numbers_are_those_of_the_plain_way()
    {
        var random = new Random(8);
        for (var i = 0; i < 20_000; i++)
        {
            var (left, right) = (Next(random), Next(random));
            Assert.Equal(FewNumbers.AccumulatePlainly(left), FewNumbers.Accumulate(left));
            Assert.Equal(FewNumbers.AnyEqualPlainly(left, right), FewNumbers.AnyEqual(left, right));
        }
    }

    [Fact]
    public void A_number_is_found_at_every_place_and_counted()
    {
        for (var place = 0; place < FewNumbers.Most; place++)
        {
            var others = Vector256.Create(1).WithElement(place, 7);
            Assert.Equal(FewNumbers.Most, FewNumbers.CountSet(FewNumbers.AnyEqual(Vector256.Create(7), others)));
            Assert.Equal(1, FewNumbers.CountSet(FewNumbers.AnyEqual(Vector256.Create(3).WithElement(place, 7), Vector256.Create(7))));
            Assert.Equal(0, FewNumbers.CountSet(FewNumbers.AnyEqual(Vector256.Create(3), others)));
        }
    }

    [Fact]
    public void The_first_numbers_stay_and_the_rest_is_replaced()
    {
        for (var count = 0; count <= FewNumbers.Most; count++)
        {
            var kept = FewNumbers.First(Vector256.Create(5), count, -9);
            for (var place = 0; place < FewNumbers.Most; place++) Assert.Equal(place < count ? 5 : -9, kept[place]);
        }
    }

    private static Vector256<int> Next(Random random) => Vector256.Create([.. Enumerable.Range(0, FewNumbers.Most).Select(_ => random.Next(-6, 6))]);
}

using NewsSearch.Archive.Evaluation;

namespace NewsSearch.Archive.Tests.Evaluation;

/// <summary>The p-value on differences for which it is known.</summary>
public sealed class RandomizationTestTests
{
    [Fact]
    public void Few_differences_give_the_exact_share_of_signs()
    {
        // Of the 8 choices of signs only +++ and --- sum up to 3 or more.
        Assert.Equal(2.0 / 8, RandomizationTest.PValue([1, 1, 1]));
        // ±3 ±1: |sum| is 2 or 4; 4 and 2 both reach the 2 that was seen.
        Assert.Equal(1, RandomizationTest.PValue([3, -1]));
        // ±2 ±1 ±1, seen 4: two choices of eight.
        Assert.Equal(2.0 / 8, RandomizationTest.PValue([2, 1, 1]));
    }

    [Fact]
    public void Equal_systems_differ_by_chance_for_certain()
    {
        Assert.Equal(1, RandomizationTest.PValue([]));
        Assert.Equal(1, RandomizationTest.PValue([0, 0, 0]));
        Assert.Equal(1, RandomizationTest.PValue(Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? 0.25 : -0.25)));
    }

    [Fact]
    public void Many_differences_agree_with_the_sign_test_where_all_are_of_one_size()
    {
        // 15 of 20: 2 * P(X >= 15), X binomial(20, 1/2), is 0.041389.
        var differences = Enumerable.Range(0, 20).Select(i => i < 15 ? 0.1 : -0.1).ToList();

        Assert.InRange(RandomizationTest.PValue(differences), 0.0354, 0.0474);
    }

    [Fact]
    public void A_difference_of_every_query_is_as_unlikely_as_can_be_told() =>
        Assert.Equal(1.0 / 10_001, RandomizationTest.PValue(Enumerable.Repeat(0.01, 300)));

    [Fact]
    public void The_value_depends_on_nothing_but_the_differences_and_not_on_their_common_sign_or_scale()
    {
        var random = new Random(7);
        var differences = Enumerable.Range(0, 150).Select(_ => random.NextDouble() - 0.45).ToList();
        var value = RandomizationTest.PValue(differences);

        Assert.InRange(value, 0.0001, 0.9999);
        Assert.Equal(value, RandomizationTest.PValue(differences));
        Assert.Equal(value, RandomizationTest.PValue(differences.Select(difference => -difference)));
        Assert.Equal(value, RandomizationTest.PValue(differences.Select(difference => difference / 4)));
    }
}

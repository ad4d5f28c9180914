using FsCheck.Xunit;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Tests.Packing;

/// <summary>The fast sums are the plain ones, whatever the numbers.</summary>
public sealed class RunningSumsTests
{
    [Property]
    public bool A_sum_is_that_of_all_numbers(int[] values) => RunningSums.Of(values) == values.Sum(value => (long)(uint)value);

    [Property(MaxTest = 500)]
    public bool Accumulated_numbers_are_those_of_adding_one_after_the_other(int[] values, int start)
    {
        // Any multiple of eight.
        int[] fast = [.. values, .. new int[7 - (values.Length + 7) % 8]];
        int[] plain = [.. fast];

        RunningSums.Accumulate(fast, start);
        RunningSums.AccumulatePlainly(plain, start);

        return plain.AsSpan().SequenceEqual(fast);
    }
}

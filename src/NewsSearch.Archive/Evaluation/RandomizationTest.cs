namespace NewsSearch.Archive.Evaluation;

/// <summary>
/// Fisher's paired randomisation test, two-sided: how often chance alone makes a mean difference as large as the one seen. If the two
/// systems were alike, each query's difference could as well have the other sign.
/// </summary>
/// <remarks>
/// Recommended for comparing rankings, because it assumes nothing about how the differences are distributed (Smucker, Allan and
/// Carterette, "A comparison of statistical significance tests for information retrieval evaluation", CIKM 2007).
/// </remarks>
public static class RandomizationTest
{
    /// <summary>Random choices of signs, where there are too many to try all.</summary>
    public const int Permutations = 10_000;

    /// <summary>Up to so many differences that are not zero every choice of signs is tried, and the value is exact.</summary>
    private const int MaxExact = 13;

    private const int Seed = 20_020_422;

    /// <summary>Sums of the same numbers in another order may differ in their last digits.</summary>
    private const double Tolerance = 1e-12;

    /// <summary>The p-value, above 0 and at most 1. The same input gives the same value.</summary>
    /// <param name="differences">The difference of each query, already weighted if queries don't count alike.</param>
    public static double PValue(IEnumerable<double> differences)
    {
        // The sign of a zero changes nothing.
        var values = differences.Where(difference => difference != 0).ToArray();
        if (values.Length == 0) return 1;
        var seen = Math.Abs(values.Sum()) * (1 - Tolerance);
        return values.Length <= MaxExact ? Exact(values, seen) : Sampled(values, seen);
    }

    private static double Exact(double[] values, double seen)
    {
        var all = 1 << values.Length;
        var extreme = 0;
        for (var signs = 0; signs < all; signs++)
        {
            var sum = 0.0;
            for (var i = 0; i < values.Length; i++) sum += (signs >> i & 1) == 0 ? values[i] : -values[i];
            if (Math.Abs(sum) >= seen) extreme++;
        }

        return (double)extreme / all;
    }

    private static double Sampled(double[] values, double seen)
    {
        var random = new Random(Seed);
        var extreme = 0;
        for (var permutation = 0; permutation < Permutations; permutation++)
            if (Math.Abs(RandomSum(values, random)) >= seen) extreme++;

        // What was seen is one of the possible outcomes: chance is never impossible.
        return (extreme + 1.0) / (Permutations + 1);
    }

    private static double RandomSum(double[] values, Random random)
    {
        const int bits = 62;
        var sum = 0.0;
        for (var start = 0; start < values.Length; start += bits)
        {
            var signs = random.NextInt64(1L << bits);
            var end = Math.Min(values.Length, start + bits);
            for (var i = start; i < end; i++, signs >>= 1) sum += (signs & 1) == 0 ? values[i] : -values[i];
        }

        return sum;
    }
}

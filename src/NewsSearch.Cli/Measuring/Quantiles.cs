namespace NewsSearch.Cli.Measuring;

/// <summary>Order statistics of measurements.</summary>
internal static class Quantiles
{
    public static double Median(IEnumerable<double> values) => At([.. values], 0.5);

    /// <summary>The value below which a share of all values lies, between neighbours by proportion.</summary>
    public static double At(double[] values, double share)
    {
        Array.Sort(values);
        var place = share * (values.Length - 1);
        var below = (int)place;
        return below + 1 == values.Length ? values[below] : values[below] + (place - below) * (values[below + 1] - values[below]);
    }

    public static double At(IEnumerable<float> values, double share) => At(values.Select(value => (double)value).ToArray(), share);
}

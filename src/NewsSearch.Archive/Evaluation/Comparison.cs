namespace NewsSearch.Archive.Evaluation;

/// <summary>Two systems compared by one measure over some queries.</summary>
/// <param name="Ours">Mean of our values.</param>
/// <param name="Baseline">Mean of the baseline's.</param>
/// <param name="PValue">How often chance alone makes such a difference; see <see cref="RandomizationTest"/>.</param>
/// <param name="Wins">Queries for which ours is better.</param>
/// <param name="Ties">Queries for which both are alike.</param>
/// <param name="Losses">Queries for which the baseline is better.</param>
public sealed record Comparison(double Ours, double Baseline, double PValue, int Wins, int Ties, int Losses)
{
    /// <summary>Ours minus the baseline.</summary>
    public double Difference => Ours - Baseline;

    /// <summary>Compares values of the same queries. The weights add up to 1.</summary>
    public static Comparison Of(IReadOnlyList<(double Ours, double Baseline, double Weight)> values) => new(
        values.Sum(value => value.Weight * value.Ours),
        values.Sum(value => value.Weight * value.Baseline),
        RandomizationTest.PValue(values.Select(value => value.Weight * (value.Ours - value.Baseline))),
        values.Count(value => value.Ours > value.Baseline),
        values.Count(value => value.Ours == value.Baseline),
        values.Count(value => value.Ours < value.Baseline));

    /// <summary>Compares over several sets, every set counting alike, however many queries it has. Sets without queries don't count.</summary>
    public static Comparison? OverSets(IReadOnlyList<SetReport> sets, int measure)
    {
        var measured = sets.Where(set => set.Queries.Count > 0).ToList();
        if (measured.Count == 0) return null;
        return Of([.. measured.SelectMany(set => set.Queries.Select(query =>
            (query.OurValues[measure], query.BaselineValues[measure], 1.0 / (measured.Count * set.Queries.Count))))]);
    }
}

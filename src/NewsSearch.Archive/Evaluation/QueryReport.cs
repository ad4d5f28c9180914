namespace NewsSearch.Archive.Evaluation;

/// <summary>What both systems made of one query.</summary>
/// <param name="Query">The query; its grades are those of articles that the index holds.</param>
/// <param name="Ours">Our ranking: ids, best first, at most 100.</param>
/// <param name="Baseline">The baseline's ranking.</param>
/// <param name="Refusal">Why our search refused the query, or null; the ranking is then empty.</param>
public sealed record QueryReport(JudgedQuery Query, IReadOnlyList<string> Ours, IReadOnlyList<string> Baseline, string? Refusal)
{
    /// <summary>The values of <see cref="Measure.All"/> for our ranking.</summary>
    public IReadOnlyList<double> OurValues { get; } = ValuesOf(Ours, Query);

    /// <summary>The values of <see cref="Measure.All"/> for the baseline's.</summary>
    public IReadOnlyList<double> BaselineValues { get; } = ValuesOf(Baseline, Query);

    private static double[] ValuesOf(IReadOnlyList<string> ranking, JudgedQuery query) => [.. Measure.All.Select(measure => measure.Of(ranking, query.Grades))];
}

namespace NewsSearch.Archive.Evaluation;

/// <summary>A measure with the depth to which it looks.</summary>
public sealed class Measure
{
    private readonly Func<IReadOnlyList<string>, IReadOnlyDictionary<string, int>, int, double> _compute;
    private readonly int _depth;

    private Measure(string name, int depth, Func<IReadOnlyList<string>, IReadOnlyDictionary<string, int>, int, double> compute)
    {
        Name = $"{name}@{depth}";
        _depth = depth;
        _compute = compute;
    }

    /// <summary>The measures that are reported, in this order.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        new("nDCG", 10, RankingMeasures.Ndcg),
        new("MRR", 10, RankingMeasures.ReciprocalRank),
        new("recall", 100, RankingMeasures.Recall),
    ];

    /// <summary>As it is commonly written, such as nDCG@10.</summary>
    public string Name { get; }

    /// <summary>The value for one ranking, from 0 to 1.</summary>
    public double Of(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades) => _compute(ranking, grades, _depth);
}

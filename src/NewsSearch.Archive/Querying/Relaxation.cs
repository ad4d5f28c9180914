namespace NewsSearch.Archive.Querying;

/// <summary>How much of a reader's words an article has to have. Quotes, filters and exclusions always hold.</summary>
/// <param name="Share">The share of the units, above 0; 1 is all of them.</param>
/// <param name="KeepsSingles">Whether single characters between words are asked for.</param>
/// <param name="KeepsCommon">Whether units that very many articles have count as well.</param>
/// <param name="KeepsJoined">Whether what the segmenter does not know has to occur as it was written, and not only its parts.</param>
internal sealed record Relaxation(double Share, bool KeepsSingles, bool KeepsJoined, bool KeepsCommon)
{
    /// <summary>What is tried in turn until something is found: everything first, then less and less.</summary>
    public static IReadOnlyList<Relaxation> Steps { get; } =
    [
        new(1, true, true, true), new(1, false, true, true), new(1, false, false, true), new(0.7, false, false, true), new(0.4, false, false, true), new(0.01, false, false, false),
    ];

    /// <summary>The pairs that a long text is looked for by, which nobody cut into words but we; null to go by units.</summary>
    public PairShare? Pairs { get; init; }

    /// <summary>The step at which only a share of the pairs has to be there.</summary>
    public static Relaxation ByPairs(PairShare pairs) => Steps[^1] with { KeepsCommon = true, Pairs = pairs };

    /// <summary>Quotes that touch the words around them are then quotes of a headline, not the reader's.</summary>
    public bool LoosensGluedQuotes => Share < 1;

    /// <summary>How many of so many units an article has to have.</summary>
    public int Least(int unitCount) => (int)Math.Ceiling(Share * unitCount);
}

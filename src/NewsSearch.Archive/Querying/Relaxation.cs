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

    /// <summary>How many of the pairs of characters of a text (<see cref="TextPairs"/>) an article has to have, whatever its units; null to go by units.</summary>
    public int? LeastPairs { get; init; }

    /// <summary>What an article gains that has all pairs; others gain their share of it.</summary>
    public float PairGain { get; init; }

    /// <summary>The step at which only so many pairs of a long text have to be there, which nobody cut into words but we.</summary>
    public static Relaxation ByPairs(int least, float gain) => Steps[^1] with { KeepsCommon = true, LeastPairs = least, PairGain = gain };

    /// <summary>Quotes that touch the words around them are then quotes of a headline, not the reader's.</summary>
    public bool LoosensGluedQuotes => Share < 1;

    /// <summary>How many of so many units an article has to have.</summary>
    public int Least(int unitCount) => (int)Math.Ceiling(Share * unitCount);
}

namespace NewsSearch.Archive.Querying;

/// <summary>What makes one article better than another: the weights of the parts of a score, relative to a word in the body.</summary>
internal sealed record Ranking
{
    public static Ranking Default { get; } = new();

    /// <summary>Anything in the title.</summary>
    public float Title { get; init; } = 2;

    /// <summary>The characters of a unit that is a word as well, beside that word.</summary>
    public float Characters { get; init; } = 0.15f;

    /// <summary>What the reader wrote without a space, as it stands in the title.</summary>
    public float ExactTitle { get; init; } = 1;

    /// <summary>What the reader wrote without a space, as it stands in the body.</summary>
    public float ExactBody { get; init; } = 1;

    /// <summary>Neighbouring units near each other.</summary>
    public float Near { get; init; } = 0.25f;

    /// <summary>How many characters may lie between units that count as near.</summary>
    public int NearDistance { get; init; } = 8;

    /// <summary>By what share the newest articles are raised; 0 for not at all.</summary>
    public double Freshness { get; init; } = 0.05;

    /// <summary>After so many days half of that raise is left.</summary>
    public double FreshnessHalfLife { get; init; } = 90;

    /// <summary>From this share of all articles on a unit is too common to be found by itself where nothing has several units.</summary>
    public double CommonShare { get; init; } = 0.01;

    /// <summary>
    /// A text without spaces that fewer articles have in all its parts is answered with articles that have some of them as well, mostly behind those;
    /// who wants all parts and nothing else separates them by spaces.
    /// </summary>
    public int EnoughHits { get; init; } = 100;
}

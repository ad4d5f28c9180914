namespace NewsSearch.Archive.Querying;

/// <summary>That an article has to have some of the pairs of a long text (<see cref="TextPairs"/>), whatever its units.</summary>
/// <param name="Pairs">The pairs.</param>
/// <param name="Least">How many of them at least.</param>
/// <param name="Gain">What all of them are worth, as a score; fewer are worth their share of it.</param>
internal sealed record PairShare(IReadOnlyList<QueryUnit> Pairs, int Least, float Gain);

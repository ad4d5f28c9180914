using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Archive.Querying;

/// <summary>A query as it is put to the engine, at one step of loosening.</summary>
/// <param name="Query">What is searched.</param>
/// <param name="Least">How many of the units an article has to have.</param>
/// <param name="Of">How many units there are.</param>
/// <param name="DroppedSingles">Single characters that are no longer asked for.</param>
/// <param name="SplitUnits">What is no longer asked for as it was written, but for its parts.</param>
internal sealed record QueryAttempt(
    Query Query, int Least, int Of, IReadOnlyList<string> DroppedSingles, IReadOnlyList<string> SplitUnits)
{
    /// <summary>Whether <see cref="Least"/> and <see cref="Of"/> count pairs of characters and not units.</summary>
    public bool IsByPairs { get; init; }
}

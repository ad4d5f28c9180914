namespace NewsSearch.Archive.Querying;

/// <summary>A word of the word stream within a normalised chunk of a query.</summary>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="End">Where it ends (exclusive).</param>
/// <param name="Kind">What it is made of.</param>
internal readonly record struct ChunkToken(int Start, int End, ChunkTokenKind Kind)
{
    /// <summary>Whether it is a single Han character, which segmentation found in no word.</summary>
    public bool IsSingle => Kind == ChunkTokenKind.Single;

    public bool Touches(ChunkToken next) => End == next.Start;
}

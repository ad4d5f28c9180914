namespace NewsSearch.Archive.Querying;

/// <summary>A short text that an article has to have, one of several that a reader's words are cut into.</summary>
/// <param name="Text">Normalised.</param>
/// <param name="Role">What it is for.</param>
/// <param name="IsWord">Whether it is a word of letters and digits that is matched as a whole; otherwise its characters are, wherever they stand.</param>
internal sealed record QueryUnit(string Text, UnitRole Role, bool IsWord)
{
    /// <summary>The word of the word stream that the unit is, for ranking; null if segmentation has no such word.</summary>
    public string? Term { get; init; }

    /// <summary>For a single character: it with its neighbours, one of which has to occur.</summary>
    public IReadOnlyList<string> InContext { get; init; } = [];

    /// <summary>What it falls into where nothing has it as it was written; empty if that is the unit itself.</summary>
    public IReadOnlyList<QueryUnit> Parts { get; init; } = [];

    /// <summary>Whether it is characters that segmentation found in no word.</summary>
    public bool IsJoined { get; init; }

    /// <summary>Units any of which does in its place.</summary>
    public IReadOnlyList<QueryUnit> Equivalents { get; init; } = [];
}

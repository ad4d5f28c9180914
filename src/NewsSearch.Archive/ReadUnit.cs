namespace NewsSearch.Archive;

/// <summary>A piece of a query that is looked for by itself.</summary>
/// <param name="Text">The piece, normalised as the texts of articles are.</param>
/// <param name="Kind">How it is looked for.</param>
/// <param name="Equivalents">What is looked for as well, in its place.</param>
public sealed record ReadUnit(string Text, ReadUnitKind Kind, IReadOnlyList<string> Equivalents);

namespace NewsSearch.Archive.Querying;

/// <summary>A place in a text that matched.</summary>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="End">Where it ends (exclusive).</param>
/// <param name="Pattern">What matched there.</param>
internal readonly record struct TextMatch(int Start, int End, int Pattern);

namespace NewsSearch.SmartCn.Words;

/// <summary>A word, or a part of it, in a text.</summary>
/// <param name="Start">Its first UTF-16 unit.</param>
/// <param name="End">The unit behind its last.</param>
/// <param name="IsWithoutCommas">Whether its term leaves out the commas that group thousands.</param>
internal readonly record struct WordPart(int Start, int End, bool IsWithoutCommas = false);

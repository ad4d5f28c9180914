namespace NewsSearch.Archive;

/// <summary>How a query was read.</summary>
/// <param name="Text">The query as it was understood, as text that gives the same query again; empty if all articles were asked for.</param>
/// <param name="Units">What was looked for, in the order of the text.</param>
/// <param name="Notes">What the reader should know: syntax that was read as plain text, and conditions that were loosened because nothing met them all.</param>
public sealed record QueryReading(string Text, IReadOnlyList<ReadUnit> Units, IReadOnlyList<QueryNote> Notes);

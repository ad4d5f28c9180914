namespace NewsSearch.Lucene.Tests.Peers;

/// <summary>A document that Java Lucene found.</summary>
/// <param name="DocId">Its number in the whole index.</param>
/// <param name="Id">Its stored field <c>id</c>, null where it has none.</param>
/// <param name="SortValues">The values it was sorted by as the judge writes them, null for a missing string; empty if sorted by score.</param>
internal sealed record JudgeHit(int DocId, float Score, string? Id, IReadOnlyList<string?> SortValues);

namespace NewsSearch.Lucene.Tests.Fixtures;

/// <summary>The exact number of matching documents and the best twenty, ties in the order of document numbers.</summary>
internal sealed record ExpectedTopDocs(int Total, IReadOnlyList<ExpectedHit> Hits);

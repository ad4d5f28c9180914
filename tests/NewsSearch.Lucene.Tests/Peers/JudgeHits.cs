namespace NewsSearch.Lucene.Tests.Peers;

/// <summary>Java Lucene's answer to a query: how many documents match and the first of them, ties in document order.</summary>
internal sealed record JudgeHits(int Total, IReadOnlyList<JudgeHit> Top);

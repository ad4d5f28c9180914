namespace NewsSearch.Lucene.Tests.Peers;

/// <summary>What Java Lucene counts in an index; <paramref name="MaxDoc"/> includes deleted documents.</summary>
internal sealed record JudgeIndexFacts(int MaxDoc, int NumDocs, int SegmentCount);

namespace NewsSearch.Lucene.Tests.Peers;

/// <summary>A live document of a term.</summary>
/// <param name="Freq">Null where frequencies are not indexed.</param>
/// <param name="Positions">One per occurrence where positions are indexed, else empty.</param>
internal sealed record JudgePosting(int DocId, int? Freq, IReadOnlyList<JudgePosition> Positions);

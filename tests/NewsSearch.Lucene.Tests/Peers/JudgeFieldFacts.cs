namespace NewsSearch.Lucene.Tests.Peers;

/// <summary>Collection statistics of an indexed field, deleted documents included; -1 for sums the field does not record.</summary>
internal sealed record JudgeFieldFacts(long SumTotalTermFreq, long SumDocFreq, int DocCount);

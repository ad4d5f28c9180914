namespace NewsSearch.Lucene.Search;

/// <summary>Totals of a field over the whole index, deleted documents included.</summary>
/// <param name="Field">The field.</param>
/// <param name="MaxDoc">Documents of the index, with or without the field.</param>
/// <param name="DocCount">Documents with any term in the field.</param>
/// <param name="SumTotalTermFreq">Occurrences of all its terms; -1 where a segment has not counted them.</param>
/// <param name="SumDocFreq">Postings of the field: pairs of a term and a document.</param>
public sealed record CollectionStatistics(string Field, int MaxDoc, int DocCount, long SumTotalTermFreq, long SumDocFreq);

using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Search;

/// <summary>Totals of a term over the whole index, deleted documents included.</summary>
/// <param name="Term">The term.</param>
/// <param name="DocFreq">Documents that hold it; 0 if none does.</param>
/// <param name="TotalTermFreq">Its occurrences; -1 where a segment has not counted them.</param>
public sealed record TermStatistics(Term Term, int DocFreq, long TotalTermFreq);

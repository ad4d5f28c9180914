using NewsSearch.Lucene.Documents;

namespace NewsSearch.Lucene.Search;

/// <summary>One hit.</summary>
/// <param name="DocId">Its number in the whole index, for <see cref="IndexSearcher.Document"/>; of value only for the same reader.</param>
/// <param name="Score">Its relevance; NaN when hits are sorted by a column, for which scores are not computed.</param>
/// <param name="SortValue">The value it was sorted by, a number or text; null if it has none or hits are sorted by relevance.</param>
public readonly record struct ScoreDoc(int DocId, float Score, StoredValue? SortValue = null);

namespace NewsSearch.Lucene.Search;

/// <summary>One page of hits, best first, and how many there are in all.</summary>
/// <param name="TotalHits">All documents that match, without deleted ones: exactly, or at least so many where the search was not to count all.</param>
/// <param name="ScoreDocs">The hits of the page; empty past the last one.</param>
public sealed record TopDocs(int TotalHits, IReadOnlyList<ScoreDoc> ScoreDocs);

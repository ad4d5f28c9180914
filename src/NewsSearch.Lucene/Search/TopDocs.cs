namespace NewsSearch.Lucene.Search;

/// <summary>One page of hits, best first, and how many there are in all.</summary>
/// <param name="TotalHits">All documents that match, exactly, without deleted ones; fewer if <see cref="SearchOptions.CountsHits"/> is off.</param>
/// <param name="ScoreDocs">The hits of the page; empty past the last one.</param>
public sealed record TopDocs(int TotalHits, IReadOnlyList<ScoreDoc> ScoreDocs);

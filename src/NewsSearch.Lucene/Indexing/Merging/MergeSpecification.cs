namespace NewsSearch.Lucene.Indexing.Merging;

/// <summary>Segments that are to become one.</summary>
internal sealed record MergeSpecification(IReadOnlyList<SegmentSize> Segments);

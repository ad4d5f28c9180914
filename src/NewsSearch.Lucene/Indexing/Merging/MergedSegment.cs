using NewsSearch.Lucene.Codecs.Segments;

namespace NewsSearch.Lucene.Indexing.Merging;

/// <summary>What a merge made.</summary>
/// <param name="Segment">The new segment, without deletions, its files written but not synced; null where no document was left, and so no file was made.</param>
/// <param name="DocMaps">For each merged segment, in the order given: documents deleted while the merge ran are found in the new segment with it.</param>
internal sealed record MergedSegment(SegmentCommitInfo? Segment, IReadOnlyList<DocMap> DocMaps);

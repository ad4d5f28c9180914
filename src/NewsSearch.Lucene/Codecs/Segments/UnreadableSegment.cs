namespace NewsSearch.Lucene.Codecs.Segments;

/// <summary>A segment that a commit lists, but of which the .si file is broken or missing: how many documents it has is not known.</summary>
/// <param name="Name">The segment, such as _0.</param>
/// <param name="DeletionGeneration">Generation of its deletions; -1 where nothing is deleted.</param>
/// <param name="DeletedCount">Number of deleted documents.</param>
/// <param name="Error">Why the file can't be read.</param>
internal sealed record UnreadableSegment(string Name, long DeletionGeneration, int DeletedCount, IOException Error);

namespace NewsSearch.Archive.Journaling;

/// <summary>What stands in the journal beside an index.</summary>
/// <param name="FileName">The file that the next opening would go on with, or the one that is broken; null if there is none.</param>
/// <param name="UncommittedCount">Acknowledged writes that the newest commit doesn't hold; opening the index for writing applies them.</param>
/// <param name="TornBytes">Bytes at the end of writes that were cut off before they were acknowledged; they count for nothing. While an indexer is at work they may be a write under way.</param>
/// <param name="Problem">What is wrong with it, and what to do; null if nothing is.</param>
public sealed record JournalReport(string? FileName, long UncommittedCount, long TornBytes, string? Problem);

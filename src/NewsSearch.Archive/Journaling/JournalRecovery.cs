namespace NewsSearch.Archive.Journaling;

/// <summary>What opening an index took from its journal.</summary>
/// <param name="WriteCount">Writes that the last commit did not hold and that were applied again.</param>
/// <param name="TornBytes">Bytes at the journal's end of writes that were cut off by a crash before they were acknowledged; they are dropped.</param>
public readonly record struct JournalRecovery(long WriteCount, long TornBytes);

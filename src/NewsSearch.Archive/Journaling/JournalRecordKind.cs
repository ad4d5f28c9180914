namespace NewsSearch.Archive.Journaling;

/// <summary>What a record of the journal does; the values stand in the file.</summary>
internal enum JournalRecordKind : byte
{
    /// <summary>Puts an article in place of the one with its id, if there is one.</summary>
    Put = 1,

    /// <summary>Deletes the article with an id.</summary>
    Delete = 2,
}

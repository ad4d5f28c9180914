namespace NewsSearch.Archive;

/// <summary>
/// What answers follow from: the same question gets the same answer of the same version. Each number grows with every change; they are
/// counted since a searcher was opened and say nothing about another one.
/// </summary>
/// <param name="Commits">Changes of the articles.</param>
/// <param name="Dictionaries">Changes of the reader's dictionary.</param>
public readonly record struct ArchiveVersion(long Commits, long Dictionaries)
{
    /// <summary>Whether something of this is from before the other.</summary>
    public bool IsOlderThan(ArchiveVersion other) => Commits < other.Commits || Dictionaries < other.Dictionaries;
}

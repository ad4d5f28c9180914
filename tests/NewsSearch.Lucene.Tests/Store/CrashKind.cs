namespace NewsSearch.Lucene.Tests.Store;

/// <summary>What an <see cref="UnreliableDirectory"/> keeps of that which was not synced.</summary>
internal enum CrashKind
{
    /// <summary>Nothing: contents and names are those of the last sync.</summary>
    LoseUnsynced,

    /// <summary>Everything but the last write, of which a part remains.</summary>
    TearLastWrite,

    /// <summary>Each write and each name at random, in whole, in part or not, later ones even where earlier ones are lost.</summary>
    Disorder,
}

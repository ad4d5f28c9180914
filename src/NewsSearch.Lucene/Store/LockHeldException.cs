namespace NewsSearch.Lucene.Store;

/// <summary>Another writer, in this process or another, has the index open for writing.</summary>
public sealed class LockHeldException(string lockFile, string holder)
    : IOException($"The index is being written by {holder}: {lockFile} is locked. "
        + "Wait until that writer has closed, or stop it; only one writer at a time may open an index.");

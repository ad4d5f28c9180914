namespace NewsSearch.Lucene.Store;

/// <summary>An index file was written in a format older than the ones this engine reads (Lucene 4.6 to 4.8).</summary>
public sealed class IndexFormatTooOldException(string file, string found, string oldest)
    : CorruptIndexException(file, 0, found, $"{oldest} or newer; open the index once with Lucene 4.8 and merge it fully");

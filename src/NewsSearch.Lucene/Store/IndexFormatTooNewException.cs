namespace NewsSearch.Lucene.Store;

/// <summary>An index file was written in a format newer than the ones this engine reads (Lucene 4.6 to 4.8).</summary>
public sealed class IndexFormatTooNewException(string file, string found, string newest)
    : CorruptIndexException(file, 0, found, $"{newest} or older; build the index again with this program");

namespace NewsSearch.Lucene.Store;

/// <summary>The directory holds no Lucene index: there is no file named segments_N in it.</summary>
public sealed class IndexNotFoundException(string directory, string found)
    : IOException($"No index in {directory}: expected a file segments_N, found {found}. "
        + "Name the directory of an index, or build one with `newssearch index PATH --index DIR`.");

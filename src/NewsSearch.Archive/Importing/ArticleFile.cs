namespace NewsSearch.Archive.Importing;

/// <summary>How files of articles are opened.</summary>
internal static class ArticleFile
{
    /// <summary>Opens a file for reading from its beginning to its end, without a buffer: the readers bring their own.</summary>
    public static FileStream OpenRead(string path) => new(path, new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.Read,
        Options = FileOptions.SequentialScan,
        BufferSize = 0,
    });
}

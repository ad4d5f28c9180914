namespace NewsSearch.Lucene.Reading;

/// <summary>One use of a reader, which keeps its files open until this is disposed.</summary>
internal readonly struct ReaderUse : IDisposable
{
    private readonly DirectoryReader _reader;

    /// <exception cref="ObjectDisposedException">The reader's last user is gone.</exception>
    public ReaderUse(DirectoryReader reader)
    {
        ObjectDisposedException.ThrowIf(!reader.TryAcquire(), reader);
        _reader = reader;
    }

    public void Dispose() => _reader.Release();
}

namespace NewsSearch.Lucene.Indexing;

/// <summary>How an <see cref="IndexWriter"/> works.</summary>
public readonly record struct IndexWriterOptions
{
    public IndexWriterOptions()
    {
    }

    /// <summary>Memory for buffered documents, in bytes; when it is reached they become a segment. Default 64 MiB.</summary>
    public long BufferBytes { get; init; } = 64L << 20;
}

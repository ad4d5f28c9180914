namespace NewsSearch.Lucene.Indexing;

/// <summary>How an <see cref="IndexWriter"/> works.</summary>
public readonly record struct IndexWriterOptions
{
    public IndexWriterOptions()
    {
    }

    /// <summary>
    /// Memory for buffered documents and deletions of all threads together, in bytes; when it is reached the largest buffer
    /// becomes a segment. Default 64 MiB.
    /// </summary>
    public long BufferBytes { get; init; } = 64L << 20;

    /// <summary>Threads that can add at once, each into a buffer of its own; further ones wait. At least 1; default 8.</summary>
    public int MaxThreadBuffers { get; init; } = 8;
}

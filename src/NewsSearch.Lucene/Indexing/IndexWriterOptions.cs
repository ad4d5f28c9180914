using NewsSearch.Lucene.Indexing.Merging;

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

    /// <summary>When segments are merged, and which.</summary>
    public MergePolicyOptions MergePolicy { get; init; } = new();

    /// <summary>Whether segments are merged in the background; otherwise only when asked by <see cref="IndexWriter.ForceMerge"/>. Default true.</summary>
    public bool MergesInBackground { get; init; } = true;

    /// <summary>Merges that run at once. At least 1; default 1.</summary>
    public int MaxMergeThreads { get; init; } = 1;

    /// <summary>Whether merges run only when no other thread wants the processor, so that searches keep it. Default true.</summary>
    public bool MergesStandBack { get; init; } = true;

    /// <summary>How fast each merge writes at most, in bytes a second, so that searches keep their disk; those that were asked for are not held back. Who adds faster than that allows waits in the end. Default 0: as fast as possible.</summary>
    public long MergeBytesPerSecond { get; init; }
}

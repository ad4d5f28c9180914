using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Indexing;

/// <summary>
/// A segment buffer with the sequence numbers of its documents. One thread at a time has it; what the others may see of
/// it (<see cref="Bytes"/>, <see cref="FirstSequence"/>, <see cref="FinishedDocs"/>) changes under the gate of <see cref="DocumentBuffers"/> only.
/// </summary>
internal sealed class ThreadBuffer(IndexDirectory directory, string segment) : IDisposable
{
    private readonly List<long> _sequences = [];
    private SegmentBuffer? _buffer;

    public string Segment { get; } = segment;

    /// <summary>Whether a thread has it in its hands.</summary>
    public bool IsBusy { get; set; }

    /// <summary>Whether it is to be flushed as soon as its thread returns it.</summary>
    public bool IsFlushWanted { get; set; }

    /// <summary>Memory held, in bytes, when it was last returned.</summary>
    public long Bytes { get; private set; }

    public int FinishedDocs => _sequences.Count;

    /// <summary>Sequence number of its first document: earlier deletions are none of its business.</summary>
    public long FirstSequence => _sequences.Count == 0 ? long.MaxValue : _sequences[0];

    public void Add(Document document, Analyzer analyzer)
    {
        _buffer ??= new SegmentBuffer(directory, analyzer, Segment);
        _buffer.Add(document);
    }

    /// <summary>Gives the document that was added last, complete or not, its place in the order of all changes.</summary>
    public void Finish(long sequence)
    {
        if (_buffer is null) return;
        if (_buffer.DocCount > _sequences.Count) _sequences.Add(sequence);
        Bytes = _buffer.AllocatedBytes + sizeof(long) * (long)_sequences.Capacity;
    }

    /// <summary>Applies the deletions to the documents before each, and writes the segment.</summary>
    /// <returns>The segment, or null if none of its documents is left.</returns>
    public SegmentCommitInfo? Flush(LoggedDelete[] deletes)
    {
        if (_buffer is null) return null;
        foreach (var delete in deletes) _buffer.Delete(delete.Field, delete.Term, DocIdLimit(delete.Sequence));
        return _buffer.Flush();
    }

    /// <summary>Removes what of the segment is on disk already.</summary>
    public void Discard()
    {
        Dispose();
        if (_buffer is not null) IndexFiles.DeleteSegment(directory, Segment);
    }

    public void Dispose() => _buffer?.Dispose();

    /// <summary>How many documents came before the deletion; their numbers grow with their sequence numbers.</summary>
    private int DocIdLimit(long sequence)
    {
        var index = _sequences.BinarySearch(sequence);
        if (index < 0) return ~index;
        // Failed documents share the number of their predecessor, so equal ones may stand before.
        while (index > 0 && _sequences[index - 1] == sequence) index--;
        return index;
    }
}

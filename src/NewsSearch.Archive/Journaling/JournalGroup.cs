using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Archive.Journaling;

/// <summary>Writes that reach the disk together: one write to the file, one checksum, one sync for all of them.</summary>
internal sealed class JournalGroup
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    // Whoever waits goes on elsewhere: the thread that syncs has the next group to write.
    private readonly TaskCompletionSource _durable = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Begins a group.</summary>
    /// <param name="firstSequence">Sequence number of the first write that will be added.</param>
    public JournalGroup(long firstSequence)
    {
        FirstSequence = firstSequence;
        var header = _bytes.GetSpan(JournalFormat.GroupHeaderLength);
        JournalFormat.GroupMagic.CopyTo(header);
        BinaryPrimitives.WriteInt64BigEndian(header[8..], firstSequence);
        _bytes.Advance(JournalFormat.GroupHeaderLength);
    }

    public long FirstSequence { get; }

    /// <summary>Bytes so far.</summary>
    public int Length => _bytes.WrittenCount;

    /// <summary>Completes when the group is on disk, or fails as its writing did.</summary>
    public Task Durable => _durable.Task;

    public void Add(ReadOnlySpan<byte> record) => _bytes.Write(record);

    /// <summary>The whole group as it stands in the file; nothing can be added any more.</summary>
    public ReadOnlySpan<byte> Close()
    {
        var records = _bytes.WrittenCount - JournalFormat.GroupHeaderLength;
        var checksum = _bytes.GetSpan(JournalFormat.ChecksumLength);
        // Only now, when the length is known, can the header be completed.
        var written = MemoryMarshal.AsMemory(_bytes.WrittenMemory).Span;
        BinaryPrimitives.WriteInt32BigEndian(written[4..], records);
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Crc32.Compute(written));
        _bytes.Advance(JournalFormat.ChecksumLength);
        return _bytes.WrittenSpan;
    }

    public void Complete() => _durable.SetResult();

    public void Fail(Exception error)
    {
        _durable.SetException(error);
        // Observed here: a caller that has gone must not end the process.
        _ = _durable.Task.Exception;
    }
}

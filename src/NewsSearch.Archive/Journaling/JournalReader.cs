using System.Buffers.Binary;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Archive.Journaling;

/// <summary>Reads one file of the journal and tells a torn end, which no one was promised, from damage to what was.</summary>
/// <remarks>
/// A group is written only after the one before it is on disk. So a broken group with a whole one behind it was
/// acknowledged and is lost: that is damage. One with nothing whole behind it is what a crash leaves.
/// </remarks>
internal sealed class JournalReader
{
    private const int ScanWindow = 1 << 16;

    private readonly AppendFile _file;

    private JournalReader(AppendFile file, long firstSequence)
    {
        _file = file;
        NextSequence = firstSequence;
    }

    /// <summary>Whether the file begins as a journal; if not, no write in it was ever acknowledged.</summary>
    public bool HasHeader { get; private set; }

    /// <summary>The bytes that are whole; what follows them is torn.</summary>
    public long WholeLength { get; private set; }

    /// <summary>Sequence number after the last whole write.</summary>
    public long NextSequence { get; private set; }

    /// <summary>Bytes at the end that are no whole group; nobody was promised what they held.</summary>
    public long TornBytes => _file.Length - WholeLength;

    /// <summary>Writes that the commit doesn't hold, if the file was read by <see cref="ReadAfter"/>.</summary>
    public long NewCount { get; private set; }

    /// <summary>Reads the file to its end and hands on what a commit doesn't hold.</summary>
    /// <param name="file">The file.</param>
    /// <param name="firstSequence">The sequence number in its name.</param>
    /// <param name="committed">Sequence number of the last write that the commit holds.</param>
    /// <param name="read">Called for each write after that, in order, with its sequence number.</param>
    /// <exception cref="CorruptIndexException">A write that was acknowledged is broken or missing.</exception>
    public static JournalReader ReadAfter(AppendFile file, long firstSequence, long committed, Action<long, JournalRecord> read)
    {
        var count = 0L;
        var reader = Read(file, firstSequence, (sequence, record) =>
        {
            if (sequence <= committed) return;
            if (count++ == 0) RefuseGap(file, firstSequence, committed);
            read(sequence, record);
        });
        reader.NewCount = count;
        return reader;
    }

    /// <summary>Reads the file to its end.</summary>
    /// <param name="file">The file.</param>
    /// <param name="firstSequence">The sequence number in its name.</param>
    /// <param name="read">Called for each whole record, in order, with its sequence number.</param>
    /// <exception cref="CorruptIndexException">A write that was acknowledged is broken.</exception>
    public static JournalReader Read(AppendFile file, long firstSequence, Action<long, JournalRecord> read)
    {
        var reader = new JournalReader(file, firstSequence);
        reader.ReadHeader();
        while (reader.HasHeader && reader.TryReadGroup(read))
        {
        }

        if (reader.WholeLength < file.Length) reader.RefuseLoss();
        return reader;
    }

    private static void RefuseGap(AppendFile file, long first, long committed)
    {
        if (first <= committed + 1) return;
        throw new CorruptIndexException(
            file.Name,
            8,
            $"a journal that begins with write {first}, beside a commit that holds the writes up to {committed}",
            $"a commit that holds those up to {first - 1}; if an older copy of the index was put here, its journal belongs beside it, and this one must be moved away");
    }

    private void ReadHeader()
    {
        Span<byte> header = stackalloc byte[JournalFormat.HeaderLength];
        if (_file.Read(0, header) < header.Length || !header.StartsWith(JournalFormat.FileMagic)) return;
        var body = header[..^JournalFormat.ChecksumLength];
        if (BinaryPrimitives.ReadUInt32BigEndian(header[body.Length..]) != Crc32.Compute(body)) return;
        var version = BinaryPrimitives.ReadInt32BigEndian(body[4..]);
        if (version != JournalFormat.Version)
            throw new CorruptIndexException(_file.Name, 4, $"version {version}", $"{JournalFormat.Version}, the only one that this program reads");
        var first = BinaryPrimitives.ReadInt64BigEndian(body[8..]);
        if (first != NextSequence)
            throw new CorruptIndexException(_file.Name, 8, $"{first} as the number of its first write", $"{NextSequence}, as its name says; was it renamed?");
        HasHeader = true;
        WholeLength = header.Length;
    }

    private bool TryReadGroup(Action<long, JournalRecord> read)
    {
        if (TryReadWhole(WholeLength, out var first) is not { } records || first < NextSequence) return false;
        // A later number here means that a whole group is missing between two whole ones.
        if (first > NextSequence) ThrowLost(WholeLength);
        var start = WholeLength + JournalFormat.GroupHeaderLength;
        ReadOnlySpan<byte> rest = records;
        while (!rest.IsEmpty)
        {
            var offset = start + records.Length - rest.Length;
            read(NextSequence, Decode(ref rest, offset));
            NextSequence++;
        }

        WholeLength = start + records.Length + JournalFormat.ChecksumLength;
        return true;
    }

    private JournalRecord Decode(ref ReadOnlySpan<byte> rest, long offset)
    {
        try
        {
            return JournalRecord.Decode(ref rest);
        }
        catch (InvalidDataException error)
        {
            throw new CorruptIndexException(_file.Name, offset, error.Message, "a record that this program knows; a newer one may have written it", error);
        }
    }

    /// <summary>The records of the group at the offset if there is a whole one, whatever its number.</summary>
    private byte[]? TryReadWhole(long offset, out long first)
    {
        first = 0;
        Span<byte> header = stackalloc byte[JournalFormat.GroupHeaderLength];
        if (_file.Read(offset, header) < header.Length || !header.StartsWith(JournalFormat.GroupMagic)) return null;
        var length = BinaryPrimitives.ReadInt32BigEndian(header[4..]);
        first = BinaryPrimitives.ReadInt64BigEndian(header[8..]);
        // Before anything is allocated: a broken length must not ask for more than there is.
        if (length < 0 || length > _file.Length - offset - header.Length - JournalFormat.ChecksumLength) return null;
        var rest = new byte[length + JournalFormat.ChecksumLength];
        if (_file.Read(offset + header.Length, rest) < rest.Length) return null;
        var crc = default(Crc32);
        crc.Append(header);
        crc.Append(rest.AsSpan(0, length));
        return crc.Value == BinaryPrimitives.ReadUInt32BigEndian(rest.AsSpan(length)) ? rest[..length] : null;
    }

    /// <summary>Looks behind the broken place for whole groups, which prove that what is broken had been acknowledged.</summary>
    private void RefuseLoss()
    {
        var window = new byte[ScanWindow];
        var magic = JournalFormat.GroupMagic;
        // Windows overlap, or a group that begins across the border of two would be overlooked.
        for (var start = WholeLength; start < _file.Length; start += window.Length - magic.Length + 1)
        {
            ReadOnlySpan<byte> bytes = window.AsSpan(0, _file.Read(start, window));
            for (var place = bytes.IndexOf(magic); place >= 0;)
            {
                var offset = start + place;
                if (TryReadWhole(offset, out var first) is not null && first >= NextSequence) ThrowLost(offset);
                var next = bytes[(place + 1)..].IndexOf(magic);
                place = next < 0 ? -1 : place + 1 + next;
            }
        }
    }

    private void ThrowLost(long wholeGroup) => throw new CorruptIndexException(
        _file.Name,
        WholeLength,
        $"bytes that are no whole group of writes, with a whole one behind them at byte {wholeGroup}",
        $"write {NextSequence}, which had been acknowledged. To go on without it and all later writes of this file, move the file away");
}

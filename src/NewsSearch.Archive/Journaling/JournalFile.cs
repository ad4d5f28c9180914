using System.Buffers.Binary;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Archive.Journaling;

/// <summary>The file that the journal writes to, and how far it is known to be on disk.</summary>
internal sealed class JournalFile : IDisposable
{
    private readonly AppendFile _file;
    private readonly IndexDirectory? _unsyncedName;
    private long _durableLength;
    private bool _isCutBack;

    /// <summary>Goes on with a file that is whole and on disk, its name included.</summary>
    public JournalFile(string fileName, AppendFile file)
    {
        FileName = fileName;
        _file = file;
        _durableLength = file.Length;
    }

    private JournalFile(string fileName, AppendFile file, IndexDirectory unsyncedName)
    {
        FileName = fileName;
        _file = file;
        _unsyncedName = unsyncedName;
    }

    /// <summary>The file's name, without its directory.</summary>
    public string FileName { get; }

    /// <summary>Begins a file; it is on disk with the first group.</summary>
    public static JournalFile Begin(IndexDirectory directory, long firstSequence)
    {
        var name = JournalFormat.FileName(firstSequence);
        var file = directory.OpenAppend(name);
        try
        {
            // A file of this name holds nothing whole, or its number would have been used up.
            file.Truncate(0);
            file.Append(Header(firstSequence));
            return new JournalFile(name, file, directory);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Returns when the group is on disk.</summary>
    public void Write(ReadOnlySpan<byte> group)
    {
        _file.Append(group);
        _file.Sync();
        if (_durableLength == 0) _unsyncedName?.SyncNames();
        _durableLength = _file.Length;
    }

    /// <summary>
    /// Drops what a failed write left. If the disk refuses that too, the rest has no whole group behind it and is
    /// recognised as torn, or it is one that was written and not acknowledged.
    /// </summary>
    public void TryCutBack()
    {
        _isCutBack = true;
        try
        {
            _file.Truncate(_durableLength);
            _file.Sync();
        }
        catch (IOException)
        {
            // As said above.
        }
    }

    /// <summary>Writes an empty group behind the last one: whoever finds that one broken now knows it was whole.</summary>
    public void TryEnd(long nextSequence)
    {
        if (_isCutBack || _durableLength == 0) return;
        try
        {
            Write(new JournalGroup(nextSequence).Close());
        }
        catch (IOException)
        {
            TryCutBack();
        }
    }

    public void Dispose() => _file.Dispose();

    private static byte[] Header(long firstSequence)
    {
        var header = new byte[JournalFormat.HeaderLength];
        JournalFormat.FileMagic.CopyTo(header);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), JournalFormat.Version);
        BinaryPrimitives.WriteInt64BigEndian(header.AsSpan(8), firstSequence);
        var body = header.AsSpan(0, header.Length - JournalFormat.ChecksumLength);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(body.Length), Crc32.Compute(body));
        return header;
    }
}

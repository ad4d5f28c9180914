using System.Buffers.Binary;
using System.IO.Compression;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Archive.Importing;

/// <summary>
/// Decompresses a gzip file (RFC 1952, any number of members) and notices when it is damaged. The base library's
/// GZipStream takes a file that was cut off, or garbage between members, for the end of the data and says nothing.
/// </summary>
internal sealed class GzipReader(Stream file) : IDisposable
{
    private const int TrailerLength = 8;
    private const byte Magic1 = 0x1F;
    private const byte Magic2 = 0x8B;
    private const byte Deflate = 8;
    private const int HeaderCrcFlag = 2;
    private const int ExtraFlag = 4;
    private const int NameFlag = 8;
    private const int CommentFlag = 16;
    private const int ReservedFlags = 0xE0;

    private readonly GzipBytes _bytes = new(file);
    private DeflateStream? _member;
    private int _membersRead;
    private Crc32 _crc;
    private uint _length;

    /// <inheritdoc cref="ByteReader"/>
    public int Read(Span<byte> buffer)
    {
        while (_member is not null || TryOpenMember())
        {
            var count = Inflate(buffer);
            if (count > 0) return count;
            CloseMember();
        }

        return 0;
    }

    public void Dispose()
    {
        _member?.Dispose();
        _bytes.Dispose();
    }

    private int Inflate(Span<byte> buffer)
    {
        try
        {
            var count = _member!.Read(buffer);
            _crc.Append(buffer[..count]);
            _length += (uint)count;
            return count;
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"gzip data is corrupt at or before byte {_bytes.Offset:N0}", e);
        }
    }

    private bool TryOpenMember()
    {
        var first = _bytes.ReadByte();
        if (first < 0 && _membersRead > 0) return false;
        if (first < 0) throw EndsEarly();
        ReadHeader(first);
        _member = new DeflateStream(_bytes, CompressionMode.Decompress, leaveOpen: true);
        _crc = default;
        _length = 0;
        return true;
    }

    private void ReadHeader(int first)
    {
        var start = _bytes.Offset - 1;
        if (first != Magic1 || NextByte() != Magic2)
        {
            throw new InvalidDataException(_membersRead == 0
                ? "no gzip data: the file does not begin with 1F 8B"
                : $"gzip data is corrupt: at byte {start + 1:N0} neither the file ends nor another member begins");
        }

        var method = NextByte();
        var flags = NextByte();
        if (method != Deflate || (flags & ReservedFlags) != 0)
            throw new InvalidDataException($"gzip data is corrupt: its header at byte {start + 1:N0} names an unknown method");
        Skip(6);
        if ((flags & ExtraFlag) != 0) Skip(NextByte() | NextByte() << 8);
        if ((flags & NameFlag) != 0) SkipText();
        if ((flags & CommentFlag) != 0) SkipText();
        if ((flags & HeaderCrcFlag) != 0) Skip(2);
    }

    private void CloseMember()
    {
        if (_bytes.IsOverdrawn) throw EndsEarly();
        _member!.Dispose();
        _member = null;
        _membersRead++;
        SkipTrailer();
    }

    /// <summary>The data ended somewhere in the last piece, after its first byte; the trailer that belongs to it shows where.</summary>
    private void SkipTrailer()
    {
        Span<byte> trailer = stackalloc byte[TrailerLength];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _crc.Value);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], _length);
        var bytes = _bytes.PieceAnd(TrailerLength + 2);
        var found = -1;
        for (var place = 1; place <= _bytes.PieceLength && place + TrailerLength <= bytes.Length; place++)
        {
            if (!bytes.Slice(place, TrailerLength).SequenceEqual(trailer)) continue;
            found = place + TrailerLength;
            // The trailer of an empty member is all zeros and may seem to begin early: the right one has a member or nothing after it.
            if (found == bytes.Length || bytes[found..].StartsWith([Magic1, Magic2])) break;
        }

        var ahead = bytes.Length - _bytes.PieceLength;
        if (found < 0 && ahead < TrailerLength) throw EndsEarly(ahead);
        if (found < 0) throw new InvalidDataException($"gzip data is corrupt before byte {_bytes.Offset:N0}: its checksum does not match");
        _bytes.SeekInPiece(found);
    }

    private void Skip(int count)
    {
        while (count-- > 0) NextByte();
    }

    private void SkipText()
    {
        while (NextByte() != 0)
        {
        }
    }

    private int NextByte()
    {
        var next = _bytes.ReadByte();
        return next >= 0 ? next : throw EndsEarly();
    }

    private InvalidDataException EndsEarly(int unread = 0) => new($"gzip data ends early, after byte {_bytes.Offset + unread:N0}");
}

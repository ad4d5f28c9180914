namespace NewsSearch.Archive.Importing;

/// <summary>
/// The bytes of a gzip file on their way into the inflater, which takes more than it needs and does not tell how much
/// it used: the last piece handed out stays here, so that the trailer can still be found in it.
/// </summary>
internal sealed class GzipBytes(Stream file) : Stream
{
    /// <summary>The end of the file is handed out byte by byte, which makes the place where the data ended exact there.</summary>
    private const int TailLength = 64;

    private readonly byte[] _window = new byte[1 << 16];
    private readonly long _fileLength = file.Length;
    private int _pieceStart;
    private int _next;
    private int _end;

    /// <summary>The inflater asked for more at the end of the file.</summary>
    public bool IsOverdrawn { get; private set; }

    /// <summary>Where in the file the next byte stands that was not handed out.</summary>
    public long Offset { get; private set; }

    /// <summary>Length of the piece handed out last.</summary>
    public int PieceLength => _next - _pieceStart;

    /// <summary>
    /// The last piece and up to <paramref name="ahead"/> bytes after it, fewer only at the end of the file. Valid until the next call.
    /// </summary>
    public ReadOnlySpan<byte> PieceAnd(int ahead)
    {
        if (_end - _next < ahead)
        {
            _window.AsSpan(_pieceStart, _end - _pieceStart).CopyTo(_window);
            _next -= _pieceStart;
            _end -= _pieceStart;
            _pieceStart = 0;
            _end += file.ReadAtLeast(_window.AsSpan(_end), Math.Min(ahead, _window.Length - _end), throwOnEndOfStream: false);
        }

        return _window.AsSpan(_pieceStart, Math.Min(_end, _next + ahead) - _pieceStart);
    }

    /// <summary>Goes back or forth to a place counted from the start of the last piece; no piece is held after it.</summary>
    public void SeekInPiece(int place)
    {
        Offset += _pieceStart + place - _next;
        _next = _pieceStart + place;
        _pieceStart = _next;
    }

    /// <summary>The next byte, or -1 at the end of the file.</summary>
    public override int ReadByte()
    {
        Span<byte> one = stackalloc byte[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) return 0;
        if (_next == _end)
        {
            _next = 0;
            _end = file.Read(_window);
        }

        var left = _fileLength - Offset;
        var most = left > TailLength ? (int)Math.Min(buffer.Length, left - TailLength) : 1;
        var count = Math.Min(most, _end - _next);
        IsOverdrawn = count == 0;
        _window.AsSpan(_next, count).CopyTo(buffer);
        _pieceStart = _next;
        _next += count;
        Offset += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }
}

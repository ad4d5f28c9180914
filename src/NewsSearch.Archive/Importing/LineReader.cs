using System.Buffers;

namespace NewsSearch.Archive.Importing;

/// <summary>Reads lines of bytes, each ended by a line feed or the end of the data, and skips those that are too long.</summary>
/// <param name="read">Where the bytes come from.</param>
/// <param name="maxLength">Length in bytes beyond which a line is not kept; the buffer grows to twice as much at most.</param>
/// <param name="bufferSize">Bytes to begin with.</param>
internal sealed class LineReader(ByteReader read, int maxLength, int bufferSize = 1 << 16) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(bufferSize);
    private int _start;
    private int _end;
    private bool _isAtEnd;

    /// <summary>The line without its line feed; empty where <see cref="IsTooLong"/>. Valid until the next read.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Number of the line, from 1; after the last one, the number that the next would have.</summary>
    public long Number { get; private set; }

    /// <summary>The line has more bytes than are kept.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Why the data ends in or before this line, or null: no line comes after it.</summary>
    public string? Damage { get; private set; }

    /// <summary>Goes to the next line.</summary>
    /// <returns>False at the end of the data.</returns>
    public bool Read()
    {
        Line = default;
        IsTooLong = false;
        if (Damage is not null) return false;
        Number++;
        var length = 0;
        while (true)
        {
            var lineFeed = _buffer.AsSpan(_start + length, _end - _start - length).IndexOf((byte)'\n');
            if (lineFeed >= 0) return Take(length + lineFeed, terminator: 1);
            length = _end - _start;
            if (IsTooLong || length > maxLength) length = Drop();
            if (!Fill()) return (length > 0 || IsTooLong) && Take(length, terminator: 0);
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _start = _end = 0;
    }

    private bool Take(int length, int terminator)
    {
        IsTooLong |= length > maxLength;
        if (!IsTooLong) Line = _buffer.AsMemory(_start, length);
        _start += length + terminator;
        return true;
    }

    /// <summary>Forgets what was read of a line that is too long; what follows up to its end goes the same way.</summary>
    private int Drop()
    {
        IsTooLong = true;
        return _start = _end = 0;
    }

    private bool Fill()
    {
        if (_isAtEnd) return false;
        MakeRoom();
        try
        {
            var count = read(_buffer.AsSpan(_end));
            _end += count;
            _isAtEnd = count == 0;
        }
        catch (InvalidDataException e)
        {
            Damage = e.Message;
            _isAtEnd = true;
        }

        return !_isAtEnd;
    }

    private void MakeRoom()
    {
        if (_end < _buffer.Length) return;
        var length = _end - _start;
        // Lines are moved to the front when the buffer is full; it grows when one line fills more than half of it.
        var target = length > _buffer.Length / 2 ? ArrayPool<byte>.Shared.Rent(_buffer.Length * 2) : _buffer;
        _buffer.AsSpan(_start, length).CopyTo(target);
        if (target != _buffer) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = target;
        _start = 0;
        _end = length;
    }
}

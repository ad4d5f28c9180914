using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace NewsSearch.Lucene.Indexing;

/// <summary>
/// A growing run of bytes in an arena: pieces of growing size, each ending in the address of the next. Thousands of them
/// grow side by side, one a term.
/// </summary>
internal struct OccurrenceStream
{
    private const int FirstPiece = 16;
    private const int LastLevel = ByteArena.Alignment - 1;
    private const int LinkBytes = 4;

    /// <summary>The address of the first piece, and in its free lower bits the level of the last.</summary>
    private int _first;
    private int _next;
    private int _end;

    /// <summary>Whether it was started.</summary>
    public readonly bool IsStarted => _first != 0;

    /// <summary>Starts an empty run.</summary>
    public void Start(ByteArena arena)
    {
        _first = _next = arena.Allocate(FirstPiece);
        _end = _first + FirstPiece - LinkBytes;
    }

    /// <summary>Appends an integer, seven bits a byte, lowest first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteVLong(ByteArena arena, ulong value)
    {
        if (value < 0x80 && _next < _end)
        {
            arena.ByteAt(_next++) = (byte)value;
        }
        else if (value < 0x4000 && _next + 1 < _end)
        {
            ref var at = ref arena.ByteAt(_next);
            at = (byte)(value | 0x80);
            Unsafe.Add(ref at, 1) = (byte)(value >> 7);
            _next += 2;
        }
        else
        {
            WriteBytewise(arena, value);
        }
    }

    /// <summary>Lets the processor fetch where the next byte goes.</summary>
    public readonly void PrefetchEnd(ByteArena arena) => arena.Prefetch(_next);

    /// <summary>Lets the processor fetch where the first byte is.</summary>
    public readonly void PrefetchStart(ByteArena arena) => arena.Prefetch(_first);

    public readonly Reader Read(ByteArena arena) => new(arena, _first & ~LastLevel, _next);

    /// <summary>Bytes of a piece; two of each size, so that what is not used yet is seldom more than a third of all.</summary>
    private static int SizeOf(int level) => FirstPiece << (level >> 1);

    private void WriteBytewise(ByteArena arena, ulong value)
    {
        for (; value >= 0x80; value >>= 7) WriteByte(arena, (byte)(value | 0x80));
        WriteByte(arena, (byte)value);
    }

    private void WriteByte(ByteArena arena, byte value)
    {
        if (_next == _end) AddPiece(arena);
        arena.ByteAt(_next++) = value;
    }

    private void AddPiece(ByteArena arena)
    {
        var level = _first & LastLevel;
        if (level < LastLevel)
        {
            level++;
            _first++;
        }

        var piece = arena.Allocate(SizeOf(level));
        BinaryPrimitives.WriteInt32LittleEndian(arena.At(_end), piece);
        _next = piece;
        _end = piece + SizeOf(level) - LinkBytes;
    }

    /// <summary>Reads a run from its first byte.</summary>
    public ref struct Reader
    {
        private readonly ByteArena _arena;
        private readonly int _last;
        private ReadOnlySpan<byte> _data;
        private int _start;
        private int _level;
        private int _at;

        internal Reader(ByteArena arena, int first, int last)
        {
            _arena = arena;
            _last = last;
            Enter(first);
        }

        /// <summary>Whether everything was read.</summary>
        public readonly bool IsAtEnd => _start + _at == _last;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ulong ReadVLong()
        {
            var data = _data;
            var at = _at;
            if ((uint)at < (uint)data.Length && data[at] is var low and < 0x80)
            {
                _at = at + 1;
                return low;
            }

            return ReadLonger();
        }

        private ulong ReadLonger()
        {
            var data = _data;
            var at = _at;
            if (at + 1 < data.Length && data[at + 1] < 0x80)
            {
                _at = at + 2;
                return data[at] & 0x7FUL | (ulong)data[at + 1] << 7;
            }

            var value = 0UL;
            for (var shift = 0; ; shift += 7)
            {
                var b = ReadByte();
                value |= (b & 0x7FUL) << shift;
                if (b < 0x80) return value;
            }
        }

        private byte ReadByte()
        {
            if (_at == _data.Length)
            {
                var link = BinaryPrimitives.ReadInt32LittleEndian(_arena.At(_start + _data.Length));
                _level = Math.Min(LastLevel, _level + 1);
                Enter(link);
            }

            return _data[_at++];
        }

        private void Enter(int address)
        {
            _data = _arena.At(address)[..(SizeOf(_level) - LinkBytes)];
            _start = address;
            _at = 0;
        }
    }
}

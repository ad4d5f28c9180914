using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace NewsSearch.Lucene.Indexing;

/// <summary>
/// A growing run of bytes in an arena: pieces of doubling size, each ending in the address of the next. Thousands of them
/// grow side by side, one a term.
/// </summary>
internal struct OccurrenceStream
{
    private const int FirstPiece = 16;
    private const int LargestPiece = 4096;
    private const int LinkBytes = 4;

    private int _first;
    private int _next;
    private int _end;
    private int _pieceSize;

    /// <summary>Starts an empty run.</summary>
    public void Start(ByteArena arena)
    {
        _pieceSize = FirstPiece;
        _first = _next = arena.Allocate(FirstPiece);
        _end = _first + FirstPiece - LinkBytes;
    }

    /// <summary>Appends an integer, seven bits a byte, lowest first.</summary>
    public void WriteVLong(ByteArena arena, ulong value)
    {
        while (value >= 0x80)
        {
            WriteByte(arena, (byte)(value | 0x80));
            value >>= 7;
        }

        WriteByte(arena, (byte)value);
    }

    /// <summary>Lets the processor fetch where the next byte goes.</summary>
    public readonly unsafe void Prefetch(ByteArena arena)
    {
        // The block may move meanwhile, and then a place is fetched that nobody needs.
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref MemoryMarshal.GetReference(arena.At(_next))));
    }

    public readonly Reader Read(ByteArena arena) => new(arena, _first, _next);

    private void WriteByte(ByteArena arena, byte value)
    {
        if (_next == _end) AddPiece(arena);
        arena.At(_next++)[0] = value;
    }

    private void AddPiece(ByteArena arena)
    {
        _pieceSize = Math.Min(LargestPiece, _pieceSize * 2);
        var piece = arena.Allocate(_pieceSize);
        BinaryPrimitives.WriteInt32LittleEndian(arena.At(_end), piece);
        _next = piece;
        _end = piece + _pieceSize - LinkBytes;
    }

    /// <summary>Reads a run from its first byte.</summary>
    public ref struct Reader
    {
        private readonly ByteArena _arena;
        private readonly int _last;
        private Span<byte> _piece;
        private int _pieceStart;
        private int _pieceSize;
        private int _at;

        internal Reader(ByteArena arena, int first, int last)
        {
            _arena = arena;
            _last = last;
            Enter(first, FirstPiece);
        }

        /// <summary>Whether everything was read.</summary>
        public readonly bool IsAtEnd => _pieceStart + _at == _last;

        public ulong ReadVLong()
        {
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
            if (_at == _pieceSize - LinkBytes)
                Enter(BinaryPrimitives.ReadInt32LittleEndian(_piece[_at..]), Math.Min(LargestPiece, _pieceSize * 2));
            return _piece[_at++];
        }

        private void Enter(int address, int size)
        {
            _piece = _arena.At(address)[..size];
            _pieceStart = address;
            _pieceSize = size;
            _at = 0;
        }
    }
}

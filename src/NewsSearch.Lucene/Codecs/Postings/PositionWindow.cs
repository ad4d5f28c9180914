using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Postings;

/// <summary>
/// The positions of a term, many documents' at once, as running sums over all of them: those of a document are these less the sum before its
/// first. Only for fields without offsets and payloads. Blocks that nobody asks for are passed over as they are.
/// </summary>
/// <remarks>An ordinal counts the positions of the list from a skip point on, or from its beginning.</remarks>
internal sealed class PositionWindow(PostingsReader reader)
{
    /// <summary>More positions can't be asked for at once.</summary>
    public const int MostAtOnce = 1024;

    private const int BlockSize = PostingsFormat.BlockSize;
    private const int BlockCount = MostAtOnce / BlockSize + 2;
    private const int Capacity = BlockCount * BlockSize;

    private readonly IndexInput _pos = reader.Pos.Clone();

    /// <summary>First the sum before the buffer, then one for each position in it, then room to read a vector from any place.</summary>
    private readonly int[] _sums = GC.AllocateUninitializedArray<int>(1 + Capacity + FewNumbers.Most);

    /// <summary>Where each block in the buffer begins in the file.</summary>
    private readonly long[] _offsets = new long[BlockCount];

    private long _first;
    private int _count;
    private long _tailOffset;
    private int _tailCount;

    /// <summary>Begins a term.</summary>
    public void Start(in TermState term)
    {
        _tailCount = (int)(term.TotalTermFreq % BlockSize);
        _tailOffset = term.TotalTermFreq < BlockSize ? term.PosStart : term.PosStart + term.LastPosBlockOffset;
        _pos.Seek(term.PosStart);
        _sums[0] = 0;
        _first = _count = 0;
    }

    /// <summary>From now on ordinals count from a skip point of the term, or from its beginning.</summary>
    public void CountFrom(in SkipPoint point)
    {
        var block = _offsets.AsSpan(0, (_count + BlockSize - 1) / BlockSize).IndexOf(point.PosOffset);
        if (block >= 0)
        {
            _first = -block * BlockSize - point.PosInBlock;
            return;
        }

        if (_pos.Position != point.PosOffset)
        {
            _pos.Seek(point.PosOffset);
            _count = 0;
        }

        _first = -_count - point.PosInBlock;
    }

    /// <summary>The running sums of some positions. Before the first one stands the sum up to there; after the last one eight numbers can be read.</summary>
    /// <param name="ordinal">The ordinal of the first; not less than in the call before.</param>
    /// <param name="count">How many, from 1 to <see cref="MostAtOnce"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref int Sums(long ordinal, int count)
    {
        var at = ordinal - _first;
        if (at < 0 || at + count > _count) at = Load(ordinal, count);
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_sums), (nint)at + 1);
    }

    private long Load(long ordinal, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ordinal, _first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostAtOnce);
        if (ordinal >= _first + _count) Pass(ordinal);
        else if (ordinal - _first + count > Capacity - BlockSize) DropBlocks((int)((ordinal - _first) / BlockSize));
        while (_first + _count < ordinal + count) Append();
        return ordinal - _first;
    }

    /// <summary>Empties the buffer and passes over blocks that lie before an ordinal.</summary>
    private void Pass(long ordinal)
    {
        _first += _count;
        _count = 0;
        _sums[0] = 0;
        for (; ordinal - _first >= BlockSize && _pos.Position != _tailOffset; _first += BlockSize) reader.Blocks.Skip(_pos);
    }

    private void DropBlocks(int blocks)
    {
        var positions = blocks * BlockSize;
        _sums.AsSpan(positions, 1 + _count - positions).CopyTo(_sums);
        _offsets.AsSpan(blocks).CopyTo(_offsets);
        _first += positions;
        _count -= positions;
    }

    private void Append()
    {
        _offsets[_count / BlockSize] = _pos.Position;
        var room = _sums.AsSpan(1 + _count, BlockSize);
        if (_count % BlockSize == 0 && _pos.Position != _tailOffset)
        {
            reader.Blocks.Read(_pos, room);
            RunningSums.Accumulate(room, _sums[_count]);
            _count += BlockSize;
            return;
        }

        // The tail is read once: behind it the last block in the buffer is not full.
        if (_count % BlockSize != 0 || _tailCount == 0) _pos.Corrupt("more positions in documents than the term has", "as many");
        foreach (ref var position in room[.._tailCount]) position = _pos.ReadVInt();
        RunningSums.AccumulatePlainly(room[.._tailCount], _sums[_count]);
        _count += _tailCount;
    }
}

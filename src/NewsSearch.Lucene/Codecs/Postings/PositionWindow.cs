using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Postings;

/// <summary>
/// The positions of a term, many documents' at once, as they are in the file: each but a document's first as the distance from the one before.
/// Only for fields without offsets and payloads. Blocks that nobody asks for are passed over as they are.
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

    // Ends with room to read a vector from any place.
    private readonly int[] _deltas = GC.AllocateUninitializedArray<int>(Capacity + FewNumbers.Most);

    /// <summary>Where each block in the buffer begins in the file.</summary>
    private readonly long[] _offsets = new long[BlockCount];

    private long _tailOffset;
    private int _tailCount;

    /// <summary>The ordinal of the first number in the buffer.</summary>
    public long First { get; private set; }

    /// <summary>How many numbers the buffer holds.</summary>
    public int Count { get; private set; }

    /// <summary>The buffer; behind its last number eight more of any value can be read.</summary>
    public int[] Deltas => _deltas;

    /// <summary>Begins a term.</summary>
    public void Start(in TermState term)
    {
        _tailCount = (int)(term.TotalTermFreq % BlockSize);
        _tailOffset = term.TotalTermFreq < BlockSize ? term.PosStart : term.PosStart + term.LastPosBlockOffset;
        _pos.Seek(term.PosStart);
        First = Count = 0;
    }

    /// <summary>From now on ordinals count from a skip point of the term, or from its beginning.</summary>
    public void CountFrom(in SkipPoint point)
    {
        var block = _offsets.AsSpan(0, (Count + BlockSize - 1) / BlockSize).IndexOf(point.PosOffset);
        if (block >= 0)
        {
            First = -block * BlockSize - point.PosInBlock;
            return;
        }

        if (_pos.Position != point.PosOffset)
        {
            _pos.Seek(point.PosOffset);
            Count = 0;
        }

        First = -Count - point.PosInBlock;
    }

    /// <summary>Sees to it that some positions are in the buffer, whose place among the ordinals may change by it.</summary>
    /// <param name="ordinal">The ordinal of the first; not less than in the call before.</param>
    /// <param name="count">How many, from 1 to <see cref="MostAtOnce"/>.</param>
    public void Load(long ordinal, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ordinal, First);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostAtOnce);
        if (ordinal >= First + Count) Pass(ordinal);
        else if (ordinal - First + count > Capacity - BlockSize) DropBlocks((int)((ordinal - First) / BlockSize));
        while (First + Count < ordinal + count) Append();
    }

    /// <summary>Empties the buffer and passes over blocks that lie before an ordinal.</summary>
    private void Pass(long ordinal)
    {
        First += Count;
        Count = 0;
        for (; ordinal - First >= BlockSize && _pos.Position != _tailOffset; First += BlockSize) reader.Blocks.Skip(_pos);
    }

    private void DropBlocks(int blocks)
    {
        var positions = blocks * BlockSize;
        _deltas.AsSpan(positions, Count - positions).CopyTo(_deltas);
        _offsets.AsSpan(blocks).CopyTo(_offsets);
        First += positions;
        Count -= positions;
    }

    private void Append()
    {
        // The tail is read once: behind it the last block in the buffer is not full.
        var isTail = _pos.Position == _tailOffset;
        if (Count % BlockSize != 0 || (isTail && _tailCount == 0)) _pos.Corrupt("more positions in documents than the term has", "as many");
        _offsets[Count / BlockSize] = _pos.Position;
        if (!isTail)
        {
            reader.Blocks.Read(_pos, _deltas.AsSpan(Count, BlockSize));
            Count += BlockSize;
            return;
        }

        foreach (ref var delta in _deltas.AsSpan(Count, _tailCount)) delta = _pos.ReadVInt();
        Count += _tailCount;
    }
}

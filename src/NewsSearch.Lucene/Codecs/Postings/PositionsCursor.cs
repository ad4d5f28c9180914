using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Postings;

/// <summary>
/// Reads the positions of a term, and its offsets if asked to, document by document. Payloads are passed over.
/// </summary>
internal sealed class PositionsCursor(PostingsReader reader)
{
    private const int BlockSize = PostingsFormat.BlockSize;

    private readonly IndexInput _pos = reader.Pos.Clone();
    private readonly int[] _positionDeltas = new int[BlockSize];
    private int[] _startDeltas = [];
    private int[] _lengths = [];
    private IndexInput? _pay;
    private FieldInfo _field = null!;
    private bool _readsOffsets;
    private long _positionCount;
    private long _tailOffset;

    /// <summary>Positions from the place jumped to up to the next one.</summary>
    private long _ordinal;

    /// <summary>Place in the buffer of the next position; <see cref="BlockSize"/> if another block must be read.</summary>
    private int _at;
    private int _position;

    public int StartOffset { get; private set; }

    public int EndOffset { get; private set; }

    public void Start(FieldInfo field, in TermState term, bool readsOffsets)
    {
        _field = field;
        _readsOffsets = readsOffsets && field.HasOffsets;
        _positionCount = term.TotalTermFreq;
        _tailOffset = term.TotalTermFreq < BlockSize ? term.PosStart
            : term.TotalTermFreq == BlockSize ? -1
            : term.PosStart + term.LastPosBlockOffset;
        StartOffset = EndOffset = -1;
        if (!_readsOffsets) return;
        if (_lengths.Length == 0)
        {
            _startDeltas = new int[BlockSize];
            _lengths = new int[BlockSize];
        }

        _pay ??= reader.Pay.Clone();
    }

    /// <summary>Goes on at a skip point of the term, or at its beginning.</summary>
    public void Jump(in SkipPoint point)
    {
        _pos.Seek(point.PosOffset);
        if (_readsOffsets) _pay!.Seek(point.PayOffset);
        _at = BlockSize;
        _ordinal = -point.PosInBlock;
    }

    /// <summary>Passes over positions of earlier documents and begins a document.</summary>
    /// <param name="ordinal">Positions between the place jumped to and the document's first; not less than what was read since.</param>
    public void StartDocument(long ordinal)
    {
        Pass(ordinal - _ordinal);
        _ordinal = ordinal;
        _position = 0;
        if (_readsOffsets) StartOffset = 0;
    }

    public int Next()
    {
        if (_at == BlockSize) Fill();
        _ordinal++;
        _position += _positionDeltas[_at];
        if (_readsOffsets)
        {
            StartOffset += _startDeltas[_at];
            EndOffset = StartOffset + _lengths[_at];
        }

        _at++;
        return _position;
    }

    /// <summary>The next positions, as many as the span takes.</summary>
    public void Read(Span<int> positions)
    {
        if (_readsOffsets)
        {
            foreach (ref var position in positions) position = Next();
            return;
        }

        var sum = _position;
        _ordinal += positions.Length;
        for (var read = 0; read < positions.Length;)
        {
            if (_at == BlockSize) Fill();
            var deltas = _positionDeltas.AsSpan(_at, Math.Min(BlockSize - _at, positions.Length - read));
            foreach (var delta in deltas) positions[read++] = sum += delta;
            _at += deltas.Length;
        }

        _position = sum;
    }

    private void Pass(long count)
    {
        var inBuffer = BlockSize - _at;
        if (count < inBuffer)
        {
            _at += (int)count;
            return;
        }

        count -= inBuffer;
        _at = BlockSize;
        while (count >= BlockSize)
        {
            SkipBlock();
            count -= BlockSize;
        }

        if (count == 0) return;
        Fill();
        _at = (int)count;
    }

    private void SkipBlock()
    {
        reader.Blocks.Skip(_pos);
        if (!_readsOffsets) return;
        if (_field.HasPayloads) SkipPayloads();
        reader.Blocks.Skip(_pay!);
        reader.Blocks.Skip(_pay!);
    }

    private void Fill()
    {
        _at = 0;
        if (_pos.Position == _tailOffset)
        {
            FillFromTail((int)(_positionCount % BlockSize));
            return;
        }

        reader.Blocks.Read(_pos, _positionDeltas);
        if (!_readsOffsets) return;
        if (_field.HasPayloads) SkipPayloads();
        reader.Blocks.Read(_pay!, _startDeltas);
        reader.Blocks.Read(_pay!, _lengths);
    }

    private void SkipPayloads()
    {
        reader.Blocks.Skip(_pay!);
        _pay!.Skip(_pay.ReadCount("bytes of payloads", _pay.Remaining));
    }

    private void FillFromTail(int count)
    {
        var payloadLength = 0;
        var length = 0;
        for (var i = 0; i < count; i++)
        {
            var code = _pos.ReadVInt();
            _positionDeltas[i] = _field.HasPayloads ? code >>> 1 : code;
            if (_field.HasPayloads)
            {
                if ((code & 1) != 0) payloadLength = _pos.ReadCount("bytes of payload", _pos.Remaining);
                _pos.Skip(payloadLength);
            }

            if (!_field.HasOffsets) continue;
            var startCode = _pos.ReadVInt();
            if ((startCode & 1) != 0) length = _pos.ReadVInt();
            if (!_readsOffsets) continue;
            _startDeltas[i] = startCode >>> 1;
            _lengths[i] = length;
        }
    }
}

using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Postings;

/// <summary>Writes positions (.pos) and offsets (.pay) of one term after the other.</summary>
internal sealed class PositionsWriter : IDisposable
{
    private readonly PackedBlocks _blocks;
    private readonly IndexOutput _pos;
    private readonly IndexOutput? _pay;
    private readonly int[] _positionDeltas = new int[PostingsFormat.BlockSize];
    private readonly int[] _startDeltas = new int[PostingsFormat.BlockSize];
    private readonly int[] _lengths = new int[PostingsFormat.BlockSize];
    private FieldInfo _field = null!;
    private int _buffered;
    private int _lastPosition;
    private int _lastStart;

    public PositionsWriter(SegmentOutputs outputs, FieldInfoSet fields, string suffix, PackedBlocks blocks)
    {
        _blocks = blocks;
        _pos = outputs.Create(suffix, PostingsFormat.PosExtension);
        try
        {
            CodecFile.WriteHeader(_pos, PostingsFormat.PosCodec, PostingsFormat.CurrentVersion);
            if (!fields.Any(field => field.HasOffsets)) return;
            _pay = outputs.Create(suffix, PostingsFormat.PayExtension);
            CodecFile.WriteHeader(_pay, PostingsFormat.PayCodec, PostingsFormat.CurrentVersion);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public long PosOffset => _pos.Position;

    public long PayOffset => _pay!.Position;

    public void StartTerm(FieldInfo field)
    {
        _field = field;
        _buffered = 0;
    }

    public void StartDocument()
    {
        _lastPosition = 0;
        _lastStart = 0;
    }

    /// <exception cref="ArgumentException">A position or an offset goes back.</exception>
    public void Add(int position, int startOffset, int endOffset)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(position, _lastPosition);
        _positionDeltas[_buffered] = position - _lastPosition;
        _lastPosition = position;
        if (_field.HasOffsets)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(startOffset, _lastStart);
            ArgumentOutOfRangeException.ThrowIfLessThan(endOffset, startOffset);
            _startDeltas[_buffered] = startOffset - _lastStart;
            _lengths[_buffered] = endOffset - startOffset;
            _lastStart = startOffset;
        }

        if (++_buffered == PostingsFormat.BlockSize) WriteBlock();
    }

    /// <summary>Adds all positions of a document, as <see cref="Add"/> does one by one; only where the field has no offsets.</summary>
    /// <exception cref="ArgumentException">A position goes back.</exception>
    public void AddAll(ReadOnlySpan<int> positions)
    {
        var deltas = _positionDeltas;
        var last = _lastPosition;
        foreach (var position in positions)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(position, last);
            deltas[_buffered] = position - last;
            last = position;
            if (++_buffered == PostingsFormat.BlockSize) WriteBlock();
        }

        _lastPosition = last;
    }

    /// <summary>Notes from where the next document's positions are read.</summary>
    public void MarkSkipPoint(ref SkipPoint point)
    {
        point.PosOffset = _pos.Position;
        point.PosInBlock = _buffered;
        point.PayOffset = _pay?.Position ?? 0;
    }

    /// <summary>Writes what does not fill a block.</summary>
    /// <returns>Its distance from the term's first position, or -1 if the positions are less than a block, or just one.</returns>
    public long FinishTerm(long positionCount, long posStart)
    {
        var lastBlockOffset = positionCount > PostingsFormat.BlockSize ? _pos.Position - posStart : -1;
        var lastLength = -1;
        for (var i = 0; i < _buffered; i++)
        {
            _pos.WriteVInt(_positionDeltas[i]);
            if (!_field.HasOffsets) continue;
            var isNewLength = _lengths[i] != lastLength;
            _pos.WriteVInt(_startDeltas[i] << 1 | (isNewLength ? 1 : 0));
            if (isNewLength) _pos.WriteVInt(_lengths[i]);
            lastLength = _lengths[i];
        }

        return lastBlockOffset;
    }

    /// <summary>Writes the footers.</summary>
    public void Finish()
    {
        CodecFile.WriteFooter(_pos);
        if (_pay is not null) CodecFile.WriteFooter(_pay);
    }

    public void Dispose()
    {
        _pos.Dispose();
        _pay?.Dispose();
    }

    private void WriteBlock()
    {
        _buffered = 0;
        _blocks.Write(_positionDeltas, _pos);
        if (!_field.HasOffsets) return;
        _blocks.Write(_startDeltas, _pay!);
        _blocks.Write(_lengths, _pay!);
    }
}

using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Segments;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Postings;

/// <summary>Writes documents, frequencies, positions and offsets of one term after the other.</summary>
/// <remarks>Grammar: FORMAT.md.</remarks>
internal sealed class PostingsWriter : IDisposable
{
    private readonly PackedBlocks _blocks = new();
    private readonly IndexOutput _doc;
    private readonly PositionsWriter? _positions;
    private readonly SkipListWriter _skipList;
    private readonly int[] _docDeltas = new int[PostingsFormat.BlockSize];
    private readonly int[] _freqs = new int[PostingsFormat.BlockSize];
    private FieldInfo _field = null!;
    private TermState _term;
    private SkipPoint _lastBlock;
    private int _lastDocId;
    private int _buffered;

    public PostingsWriter(SegmentOutputs outputs, FieldInfoSet fields, string suffix)
    {
        _skipList = new SkipListWriter(outputs.DocCount);
        _doc = outputs.Create(suffix, PostingsFormat.DocExtension);
        try
        {
            CodecFile.WriteHeader(_doc, PostingsFormat.DocCodec, PostingsFormat.CurrentVersion);
            _blocks.WriteLayouts(_doc);
            if (fields.Any(field => field.HasPositions)) _positions = new PositionsWriter(outputs, fields, suffix, _blocks);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void StartTerm(FieldInfo field)
    {
        _field = field;
        _positions?.StartTerm(field);
        _term = new TermState
        {
            DocStart = _doc.Position,
            PosStart = field.HasPositions ? _positions!.PosOffset : 0,
            PayStart = field.HasOffsets ? _positions!.PayOffset : 0,
            SkipOffset = -1,
            LastPosBlockOffset = -1,
            SingletonDocId = -1,
        };
        _skipList.Start(new SkipPoint { DocOffset = _term.DocStart, PosOffset = _term.PosStart, PayOffset = _term.PayStart });
        _lastDocId = 0;
        _buffered = 0;
    }

    public void StartDocument(int docId, int freq)
    {
        // Only now it is known that something follows the last full block.
        if (_buffered == 0 && _term.DocFreq > 0) AddSkipPoint();
        _docDeltas[_buffered] = docId - _lastDocId;
        _freqs[_buffered] = freq;
        _lastDocId = docId;
        _term.DocFreq++;
        _term.TotalTermFreq += freq;
        _positions?.StartDocument();
        if (++_buffered == PostingsFormat.BlockSize) WriteBlock();
    }

    public void AddPosition(int position, int startOffset, int endOffset) => _positions!.Add(position, startOffset, endOffset);

    /// <summary>All positions of a document of a field without offsets.</summary>
    public void AddPositions(ReadOnlySpan<int> positions) => _positions!.AddAll(positions);

    public void FinishDocument()
    {
        if (_buffered < PostingsFormat.BlockSize) return;
        _buffered = 0;
        _lastBlock = new SkipPoint { DocId = _lastDocId };
        if (_field.HasPositions) _positions!.MarkSkipPoint(ref _lastBlock);
    }

    /// <summary>Writes what is left of the term's postings and returns where they are.</summary>
    public TermState FinishTerm()
    {
        if (_term.DocFreq == 1) _term.SingletonDocId = _docDeltas[0];
        else WriteTail();
        if (_field.HasPositions) _term.LastPosBlockOffset = _positions!.FinishTerm(_term.TotalTermFreq, _term.PosStart);
        if (_term.DocFreq > PostingsFormat.BlockSize)
        {
            _term.SkipOffset = _doc.Position - _term.DocStart;
            _skipList.Write(_doc);
        }

        if (!_field.HasFreqs) _term.TotalTermFreq = -1;
        return _term;
    }

    /// <summary>Writes the footers.</summary>
    public void Finish()
    {
        CodecFile.WriteFooter(_doc);
        _positions?.Finish();
    }

    public void Dispose()
    {
        _doc.Dispose();
        _positions?.Dispose();
    }

    private void AddSkipPoint()
    {
        _lastBlock.DocOffset = _doc.Position;
        _skipList.Add(_field, _term.DocFreq / PostingsFormat.BlockSize, _lastBlock);
    }

    private void WriteBlock()
    {
        _blocks.Write(_docDeltas, _doc);
        if (_field.HasFreqs) _blocks.Write(_freqs, _doc);
    }

    private void WriteTail()
    {
        for (var i = 0; i < _buffered; i++)
        {
            if (!_field.HasFreqs)
            {
                _doc.WriteVInt(_docDeltas[i]);
                continue;
            }

            _doc.WriteVInt(_docDeltas[i] << 1 | (_freqs[i] == 1 ? 1 : 0));
            if (_freqs[i] != 1) _doc.WriteVInt(_freqs[i]);
        }
    }
}

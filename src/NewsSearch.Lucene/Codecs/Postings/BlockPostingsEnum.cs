using System.Runtime.CompilerServices;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Postings;

/// <summary>
/// Reads a list of postings block by block: the documents of a block at once, its frequencies and positions when they
/// are asked for.
/// </summary>
internal sealed class BlockPostingsEnum : PostingsEnum
{
    private const int BlockSize = PostingsFormat.BlockSize;

    private PostingsReader _reader;
    private IndexInput _doc;

    // Of a block, or of all documents of a term that has no block: most terms have a few documents.
    private int[] _docIds = [];
    private int[] _freqs = [];

    /// <summary>The sums of the buffer's frequencies before each place, once positions are read.</summary>
    private int[] _freqSums = [];
    private SkipListReader? _skipList;
    private PositionsCursor? _positions;
    private PositionWindow? _window;
    private FieldInfo _field = null!;
    private TermState _term;
    private bool _readsPositions;
    private bool _readsOffsets;
    private bool _hasSkipped;

    /// <summary>Where positions are counted from: the last skip point used, or the beginning of the list.</summary>
    private SkipPoint _origin;

    /// <summary>Whether they were told of the term, and of the origin.</summary>
    private (bool Term, bool Origin) _cursorKnows;
    private (bool Term, bool Origin) _windowKnows;

    /// <summary>The buffer holds the documents of the list from <see cref="_read"/> - <see cref="_count"/> to <see cref="_read"/>.</summary>
    private int _read;
    private int _count;
    private int _at;
    private int _docId;
    private int _lastInBuffer;

    /// <summary>Whether the buffer's frequencies are still packed: the block at which <see cref="_doc"/> stands.</summary>
    private bool _hasPackedFreqs;

    /// <summary>Whether <see cref="_freqSums"/> is of the buffer.</summary>
    private bool _hasFreqSums;

    /// <summary>Whether the frequencies in the buffer are known to be small enough to be added up.</summary>
    private bool _hasSmallFreqs;

    /// <summary>Positions from the origin to the first one of the buffer's first document.</summary>
    private long _positionsBefore;

    /// <summary>The place in the buffer of the document whose positions are read one by one; -1 for none of it.</summary>
    private int _positionsAt;

    /// <summary>How many of that document are left.</summary>
    private int _positionsLeft;

    public BlockPostingsEnum(PostingsReader reader)
    {
        _reader = reader;
        _doc = reader.Doc.Clone();
    }

    public override int DocId => _docId;

    public override long Cost => _term.DocFreq;

    public override int Freq => FreqAt(_at);

    public override int StartOffset => _cursorKnows.Term ? _positions!.StartOffset : -1;

    public override int EndOffset => _cursorKnows.Term ? _positions!.EndOffset : -1;

    /// <summary>The documents in the buffer from the current one on; at least one while there is a current one.</summary>
    public ReadOnlySpan<int> Buffered => _docIds.AsSpan(_at, _count - _at);

    /// <summary>The last of them.</summary>
    public int LastBuffered => _lastInBuffer;

    /// <summary>For each of the buffered documents the positions of those before it, from <see cref="PositionsBefore"/> on; then those of all.</summary>
    public ReadOnlySpan<int> BufferedFreqSums
    {
        get
        {
            if (!_hasFreqSums) SumUpFreqs();
            return _freqSums.AsSpan(_at, _count - _at + 1);
        }
    }

    /// <summary>The ordinal, for <see cref="Window"/>, that the sums of frequencies are added to.</summary>
    public long PositionsBefore => _positionsBefore;

    /// <summary>Whether positions can be read by <see cref="Window"/>.</summary>
    public bool HasWindow => _readsPositions && !_field.HasOffsets && !_field.HasPayloads;

    /// <summary>How often each of the <see cref="Buffered"/> documents holds the term.</summary>
    public ReadOnlySpan<int> BufferedFreqs
    {
        get
        {
            if (_hasPackedFreqs) ReadFreqBlock();
            return _freqs.AsSpan(_at, _count - _at);
        }
    }

    public bool IsOf(PostingsReader reader) => ReferenceEquals(reader, _reader);

    /// <summary>Goes over to another segment; <see cref="Start"/> is next.</summary>
    public void Bind(PostingsReader reader) => (_reader, _doc, _skipList, _positions, _window) = (reader, reader.Doc.Clone(), null, null, null);

    /// <summary>Lets go of the segment; nothing but <see cref="Bind"/> may follow.</summary>
    public void Unbind() => (_reader, _doc, _skipList, _positions, _window) = (null!, null!, null, null, null);

    /// <summary>Begins before the first document of a term.</summary>
    public void Start(FieldInfo field, in TermState term, PostingsFeatures features)
    {
        _field = field;
        _term = term;
        _readsPositions = features >= PostingsFeatures.Positions && field.HasPositions;
        _hasSkipped = false;
        _docId = -1;
        Empty(read: 0, lastDocId: 0);
        var room = Math.Min(term.DocFreq, BlockSize);
        if (_docIds.Length < room) (_docIds, _freqs) = (new int[room], new int[room]);
        if (term.DocFreq > 1) _doc.Seek(term.DocStart);
        _readsOffsets = features >= PostingsFeatures.Offsets;
        _origin = new SkipPoint { PosOffset = term.PosStart, PayOffset = term.PayStart };
        _cursorKnows = _windowKnows = default;
        if (_readsPositions && _freqSums.Length == 0) _freqSums = new int[BlockSize + 1];
    }

    public override int NextDoc()
    {
        if (++_at == _count && !Fill()) return _docId = NoMoreDocs;
        return _docId = _docIds[_at];
    }

    public override int Advance(int target)
    {
        if (_count > 0 && target <= _lastInBuffer) _at++;
        else if (!FillWith(target)) return _docId = NoMoreDocs;
        _at += AscendingSearch.FirstAtLeast(_docIds.AsSpan(_at, _count - _at), target);
        return _docId = _docIds[_at];
    }

    public override int TakeBatch(Span<int> docIds, Span<int> freqs, int limit)
    {
        if (_docId >= limit || docIds.IsEmpty) return 0;
        var taken = _docIds.AsSpan(_at, Math.Min(_count - _at, docIds.Length));
        if (taken[^1] >= limit) taken = taken[..AscendingSearch.FirstAtLeast(taken, limit)];
        taken.CopyTo(docIds);
        if (!freqs.IsEmpty)
        {
            if (_hasPackedFreqs) ReadFreqBlock();
            _freqs.AsSpan(_at, taken.Length).CopyTo(freqs);
        }

        _at += taken.Length - 1;
        NextDoc();
        return taken.Length;
    }

    public override int Retain(Span<int> docIds, Span<int> freqs, Span<byte> places)
    {
        var kept = 0;
        for (var i = 0; i < docIds.Length;)
        {
            if (_docId < docIds[i]) Advance(docIds[i]);
            if (_docId == NoMoreDocs) break;

            // All documents up to the last in the buffer are found there or nowhere.
            var (buffer, at) = (_docIds, _at);
            for (; i < docIds.Length && docIds[i] <= _lastInBuffer; i++)
            {
                var docId = docIds[i];
                at += AscendingSearch.FirstAtLeast(buffer.AsSpan(at, _count - at), docId);
                if (buffer[at] != docId) continue;
                if (!freqs.IsEmpty) freqs[kept] = FreqAt(at);
                places[kept] = (byte)i;
                docIds[kept++] = docId;
            }

            _at = at;
            _docId = buffer[at];
        }

        return kept;
    }

    public override void ReadPositions(Span<int> positions)
    {
        if (!_readsPositions)
        {
            positions.Fill(-1);
            return;
        }

        if (_positionsAt != _at) StartPositions();
        if (_positionsLeft < positions.Length) throw NoMorePositions();
        _positionsLeft -= positions.Length;
        _positions!.Read(positions);
    }

    public override int NextPosition()
    {
        if (!_readsPositions) return -1;
        if (_positionsAt != _at) StartPositions();
        if (_positionsLeft == 0) throw NoMorePositions();
        _positionsLeft--;
        return _positions!.Next();
    }

    /// <summary>Moves to a document among <see cref="Buffered"/>.</summary>
    public void MoveTo(int buffered)
    {
        _at += buffered;
        _docId = _docIds[_at];
    }

    /// <summary>Moves to the document behind the first ones of <see cref="Buffered"/>.</summary>
    /// <param name="count">How many to pass over, from 1 to all.</param>
    public void PassBuffered(int count)
    {
        _at += count - 1;
        NextDoc();
    }

    /// <summary>The positions of many documents at once.</summary>
    public PositionWindow Window()
    {
        if (_windowKnows.Origin) return _window!;
        _window ??= new PositionWindow(_reader);
        if (!_windowKnows.Term) _window.Start(_term);
        _window.CountFrom(_origin);
        _windowKnows = (true, true);
        return _window;
    }

    /// <summary>Fills the buffer with the documents around a target behind it; false if there are none.</summary>
    private bool FillWith(int target)
    {
        // To look into the next block costs less than to look it up in the skip data, if the target is likely to be there.
        var isFar = (target - (long)_lastInBuffer) * _term.DocFreq > (long)_reader.DocCount * (BlockSize / 2);
        if (isFar && CanSkip(target)) Skip(target);
        if (!Fill()) return false;
        if (target <= _lastInBuffer) return true;
        if (CanSkip(target)) Skip(target);
        do
        {
            if (!Fill()) return false;
        }
        while (target > _lastInBuffer);
        return true;
    }

    private bool CanSkip(int target) => _term.DocFreq > BlockSize && (!_hasSkipped || target > _skipList!.NextDocId);

    private void Skip(int target)
    {
        _skipList ??= new SkipListReader(_reader.Doc);
        if (!_hasSkipped) _skipList.Start(_field, _term);
        _hasSkipped = true;
        var before = _skipList.SkipTo(target);
        if (before == 0 || before < _read) return;
        ref readonly var point = ref _skipList.Last;
        Empty(before, point.DocId);
        _doc.Seek(point.DocOffset);
        _origin = point;
        _cursorKnows.Origin = _windowKnows.Origin = false;
    }

    /// <summary>Forgets the buffer: the list goes on after so many documents.</summary>
    private void Empty(int read, int lastDocId)
    {
        _read = read;
        _lastInBuffer = lastDocId;
        _count = 0;
        _at = -1;
        _hasPackedFreqs = false;
        _hasFreqSums = false;
        _positionsAt = -1;
        _positionsBefore = 0;
    }

    /// <summary>Reads the next documents into the buffer and stands at the first; false if there are none.</summary>
    private bool Fill()
    {
        if (_readsPositions && _count > 0) PassPositions();
        if (_hasPackedFreqs) _reader.Blocks.Skip(_doc);
        _hasPackedFreqs = false;
        _hasFreqSums = false;
        var left = _term.DocFreq - _read;
        if (left == 0)
        {
            Empty(_read, _lastInBuffer);
            return false;
        }

        _at = 0;
        if (_term.SingletonDocId >= 0) FillSingleton();
        else if (left >= BlockSize) FillFromBlock();
        else FillFromTail(left);
        _read += _count;
        return true;
    }

    private void FillSingleton()
    {
        _docIds[0] = _lastInBuffer = _term.SingletonDocId;
        _freqs[0] = _field.HasFreqs ? (int)_term.TotalTermFreq : 1;
        _hasSmallFreqs = false;
        _count = 1;
    }

    private void FillFromBlock()
    {
        _reader.Blocks.Read(_doc, _docIds);
        _count = BlockSize;
        SumUpBlock();
        _hasPackedFreqs = _field.HasFreqs;
        if (!_hasPackedFreqs) _freqs.AsSpan().Fill(1);
    }

    private void FillFromTail(int left)
    {
        var docIds = _docIds.AsSpan(0, left);
        var freqs = _freqs.AsSpan(0, left);
        var hasFreqs = _field.HasFreqs;
        var length = (int)Math.Min(_doc.Remaining, left * 10L);
        var read = 0;
        var done = hasFreqs ? ShortPairs.Take(_doc.Span(_doc.Position, length), docIds, freqs, out read) : 0;
        var tail = new SpanInput(_doc, _doc.Position, length, read);
        for (var i = done; i < docIds.Length; i++)
        {
            var code = tail.ReadVInt();
            docIds[i] = hasFreqs ? code >>> 1 : code;
            freqs[i] = !hasFreqs || (code & 1) != 0 ? 1 : tail.ReadVInt();
        }

        _count = left;
        SumUp();
        CheckFreqs();
    }

    /// <summary>The same for a full buffer.</summary>
    private void SumUpBlock()
    {
        CheckLast((ulong)(uint)_lastInBuffer + (ulong)RunningSums.Of(_docIds));
        RunningSums.Accumulate(_docIds, _lastInBuffer);
        _lastInBuffer = _docIds[^1];
    }

    /// <summary>Turns the differences in the buffer into document numbers.</summary>
    private void SumUp()
    {
        var sum = (ulong)(uint)_lastInBuffer;
        foreach (ref var docId in _docIds.AsSpan(0, _count))
        {
            sum += (uint)docId;
            docId = (int)sum;
        }

        CheckLast(sum);
        _lastInBuffer = (int)sum;
    }

    /// <summary>The sums only grow: if the last is a document of the segment, all are.</summary>
    private void CheckLast(ulong sum)
    {
        if (sum >= (ulong)_reader.DocCount) _doc.Corrupt($"document {sum}", $"a document below {_reader.DocCount}");
    }

    private void CheckFreqs()
    {
        // No sum of so many frequencies below 2^24 is too large for 31 bits.
        _hasSmallFreqs = !_freqs.AsSpan(0, _count).ContainsAnyExceptInRange(1, (1 << 24) - 1);
        if (!_hasSmallFreqs && _freqs.AsSpan(0, _count).IndexOfAnyExceptInRange(1, int.MaxValue) >= 0) _doc.Corrupt("a frequency below 1", "1 or more");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FreqAt(int index)
    {
        if (_hasPackedFreqs) ReadFreqBlock();
        return _freqs[index];
    }

    private void ReadFreqBlock()
    {
        _reader.Blocks.Read(_doc, _freqs);
        _hasPackedFreqs = false;
        CheckFreqs();
    }

    private InvalidOperationException NoMorePositions() => new($"Document {_docId} has no more positions of the term.");

    /// <summary>Goes to the first position of the current document.</summary>
    private void StartPositions()
    {
        if (!_hasFreqSums) SumUpFreqs();
        _positions ??= new PositionsCursor(_reader);
        if (!_cursorKnows.Term) _positions.Start(_field, _term, _readsOffsets);
        if (!_cursorKnows.Origin) _positions.Jump(_origin);
        _cursorKnows = (true, true);
        _positionsAt = _at;
        _positionsLeft = _freqs[_at];
        _positions.StartDocument(_positionsBefore + _freqSums[_at]);
    }

    /// <summary>Counts the positions of the buffer's documents before it is filled again.</summary>
    private void PassPositions()
    {
        if (!_hasFreqSums) SumUpFreqs();
        _positionsBefore += _freqSums[_count];
        _positionsAt = -1;
    }

    private void SumUpFreqs()
    {
        if (_hasPackedFreqs) ReadFreqBlock();
        _freqs.CopyTo(_freqSums.AsSpan(1));
        RunningSums.Accumulate(_freqSums.AsSpan(1), 0);

        if (!_hasSmallFreqs && RunningSums.Of(_freqs.AsSpan(0, _count)) > int.MaxValue)
            _doc.Corrupt("more than 2^31 occurrences in a block of documents", "fewer");
        _hasFreqSums = true;
    }
}

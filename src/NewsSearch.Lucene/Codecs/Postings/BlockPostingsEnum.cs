using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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

    private readonly PostingsReader _reader;
    private readonly IndexInput _doc;

    // Of a block, or of all documents of a term that has no block: most terms have a few documents.
    private int[] _docIds = [];
    private int[] _freqs = [];
    private SkipListReader? _skipList;
    private PositionsCursor? _positions;
    private FieldInfo _field = null!;
    private TermState _term;
    private bool _readsPositions;
    private bool _hasSkipped;

    /// <summary>The buffer holds the documents of the list from <see cref="_read"/> - <see cref="_count"/> to <see cref="_read"/>.</summary>
    private int _read;
    private int _count;
    private int _at;
    private int _docId;
    private int _lastInBuffer;

    /// <summary>Whether the buffer's frequencies are still packed: the block at which <see cref="_doc"/> stands.</summary>
    private bool _hasPackedFreqs;

    /// <summary>The place in the buffer up to whose document the positions are accounted for; -1 for none of it.</summary>
    private int _positionsAt;

    /// <summary>Positions, of documents up to there, that lie before the next one to read.</summary>
    private long _positionsLeft;

    public BlockPostingsEnum(PostingsReader reader)
    {
        _reader = reader;
        _doc = reader.Doc.Clone();
    }

    public override int DocId => _docId;

    public override long Cost => _term.DocFreq;

    public override int Freq => FreqAt(_at);

    public override int StartOffset => _readsPositions ? _positions!.StartOffset : -1;

    public override int EndOffset => _readsPositions ? _positions!.EndOffset : -1;

    public bool IsOf(PostingsReader reader) => ReferenceEquals(reader, _reader);

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
        if (_readsPositions) (_positions ??= new PositionsCursor(_reader)).Start(field, term, features >= PostingsFeatures.Offsets);
    }

    public override int NextDoc()
    {
        if (++_at == _count && !Fill()) return _docId = NoMoreDocs;
        return _docId = _docIds[_at];
    }

    public override int Advance(int target)
    {
        // The next document needs no skip data.
        if (target == _docId + 1) return NextDoc();
        if (_term.DocFreq > BlockSize && (!_hasSkipped || target > _skipList!.NextDocId)) Skip(target);
        if (_count == 0 || target > _lastInBuffer)
        {
            do
            {
                if (!Fill()) return _docId = NoMoreDocs;
            }
            while (target > _lastInBuffer);
        }
        else
        {
            _at++;
        }

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
        if (_readsPositions) _positions!.Jump(point);
    }

    /// <summary>Forgets the buffer: the list goes on after so many documents.</summary>
    private void Empty(int read, int lastDocId)
    {
        _read = read;
        _lastInBuffer = lastDocId;
        _count = 0;
        _at = -1;
        _hasPackedFreqs = false;
        _positionsAt = -1;
        _positionsLeft = 0;
    }

    /// <summary>Reads the next documents into the buffer and stands at the first; false if there are none.</summary>
    private bool Fill()
    {
        if (_readsPositions) CountPassedPositions();
        if (_hasPackedFreqs) _reader.Blocks.Skip(_doc);
        _hasPackedFreqs = false;
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
        var done = hasFreqs ? TakeShortPairs(_doc.Span(_doc.Position, length), docIds, freqs, out read) : 0;
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

    /// <summary>Reads differences and frequencies as long as they are of at most two bytes and one, and some bytes are left.</summary>
    /// <returns>How many pairs were read.</returns>
    private static int TakeShortPairs(ReadOnlySpan<byte> bytes, Span<int> differences, Span<int> freqs, out int read)
    {
        const int LongestPair = 3;
        ref var first = ref MemoryMarshal.GetReference(bytes);
        ref var frequency = ref MemoryMarshal.GetReference(freqs);
        read = 0;
        var at = 0;
        var end = bytes.Length - LongestPair;
        for (var i = 0; i < differences.Length; i++)
        {
            read = at;
            if (at > end) return i;
            int code = Unsafe.Add(ref first, at++);
            if (code > sbyte.MaxValue)
            {
                int high = Unsafe.Add(ref first, at++);
                if (high > sbyte.MaxValue) return i;
                code = code & sbyte.MaxValue | high << 7;
            }

            var freq = 1;
            if ((code & 1) == 0 && (freq = Unsafe.Add(ref first, at++)) > sbyte.MaxValue) return i;
            differences[i] = code >>> 1;
            Unsafe.Add(ref frequency, i) = freq;
        }

        return differences.Length;
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
        if (_freqs.AsSpan(0, _count).IndexOfAnyExceptInRange(1, int.MaxValue) >= 0) _doc.Corrupt("a frequency below 1", "1 or more");
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
        if (_hasPackedFreqs) ReadFreqBlock();
        var skipped = _positionsLeft + RunningSums.Of(_freqs.AsSpan((_positionsAt + 1).._at));
        _positionsAt = _at;
        _positionsLeft = _freqs[_at];
        _positions!.StartDocument(skipped);
    }

    /// <summary>Counts the positions of the buffer's documents that nobody read, before the buffer is filled again.</summary>
    private void CountPassedPositions()
    {
        if (_hasPackedFreqs) ReadFreqBlock();
        if (_count > 0) _positionsLeft += RunningSums.Of(_freqs.AsSpan((_positionsAt + 1).._count));
        _positionsAt = -1;
    }
}

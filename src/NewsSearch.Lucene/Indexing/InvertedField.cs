using System.Text;
using NewsSearch.Lucene.Analysis;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Indexing;

/// <summary>The terms of one field of the documents in a buffer, each with its occurrences so far.</summary>
/// <remarks>
/// An occurrence is written as one number, position delta times two, plus one if it is the first in its document; then
/// the document delta follows. Offsets follow as start delta and length. The frequency is found by counting. A term's first
/// occurrence is not written before the second comes, unless it has offsets.
/// </remarks>
internal sealed class InvertedField
{
    /// <summary>Tokens whose places in memory are fetched while others are worked on.</summary>
    private const int BatchSize = 32;

    private readonly ByteArena _arena;
    private readonly ShortTerms _shortTerms;
    private readonly LongTerms _longTerms;
    private readonly Token[] _shortBatch = new Token[BatchSize];
    private readonly Token[] _longBatch = new Token[BatchSize];
    private readonly FieldInfo _info;
    private readonly bool _hasFreqs;
    private readonly bool _hasPositions;
    private readonly bool _hasOffsets;
    private byte[] _longBytes = new byte[256];
    private sbyte[] _norms = [];

    private int _shortsInBatch;
    private int _longsInBatch;
    private int _longBytesUsed;
    private int _docId = -1;
    private int _nextPosition;
    private int _offsetBase;
    private int _length;
    private int _overlaps;

    public InvertedField(FieldInfo info, ByteArena arena)
    {
        _info = info;
        _arena = arena;
        _shortTerms = new ShortTerms(arena);
        _longTerms = new LongTerms(arena);
        _hasFreqs = info.HasFreqs;
        _hasPositions = info.HasPositions;
        _hasOffsets = info.HasOffsets;
    }

    /// <summary>Bytes held beside those in the arena.</summary>
    public long AllocatedBytes => _shortTerms.AllocatedBytes + _longTerms.AllocatedBytes + _norms.Length;

    public FieldInfo Info => _info;

    /// <summary>Whether any document has a value of the field with norms.</summary>
    public bool HasNorms => _norms.Length > 0;

    /// <summary>Adds a value that is one term.</summary>
    public void AddKeyword(int docId, string text)
    {
        EnterDocument(docId, valueGap: 0, offsetGap: 0);
        AddToken(text, positionIncrement: 1, 0, text.Length);
        _offsetBase += text.Length;
    }

    /// <summary>Adds a value cut into terms by the stream.</summary>
    public void AddText(int docId, string text, TokenStream stream, Analyzer analyzer)
    {
        EnterDocument(docId, analyzer.PositionIncrementGap(_info.Name), analyzer.OffsetGap(_info.Name));
        stream.Reset(text.AsMemory());
        while (stream.MoveNext())
            AddToken(stream.Term, stream.PositionIncrement, _hasOffsets ? stream.StartOffset : 0, _hasOffsets ? stream.EndOffset : 0);
        _nextPosition += stream.TrailingPositionIncrement;
        _offsetBase += stream.FinalOffset;
    }

    /// <summary>Ends a document that has the field: its length becomes its norm.</summary>
    public void FinishDocument()
    {
        FlushShortBatch();
        FlushLongBatch();
        if (_info.OmitsNorms) return;
        if (_docId >= _norms.Length) Array.Resize(ref _norms, Math.Max(64, Math.Max(_docId + 1, _norms.Length * 2)));
        // Tokens at the place of another do not make a field longer (Lucene's discountOverlaps).
        _norms[_docId] = SmallFloat.EncodeNorm(boost: 1, _length - _overlaps);
    }

    /// <summary>One norm a document; 0 for those without the field.</summary>
    public sbyte[] Norms(int docCount)
    {
        var norms = new sbyte[docCount];
        _norms.AsSpan(0, Math.Min(docCount, _norms.Length)).CopyTo(norms);
        return norms;
    }

    /// <summary>Calls back for each buffered document that holds the term, as long as it is below the limit.</summary>
    public void ForEachDocument(ReadOnlySpan<byte> term, int docIdLimit, Action<int> found)
    {
        var address = Find(term);
        if (address == 0) return;
        ref var slot = ref TermSlot.At(_arena, address);
        if (!slot.Occurrences.IsStarted)
        {
            if (slot.LastDocId >= 0 && slot.LastDocId < docIdLimit) found(slot.LastDocId);
            return;
        }

        var reader = slot.Occurrences.Read(_arena);
        var docId = 0;
        while (!reader.IsAtEnd)
        {
            var code = reader.ReadVLong();
            if ((code & 1) != 0)
            {
                docId += (int)reader.ReadVLong();
                if (docId >= docIdLimit) return;
                found(docId);
            }

            if (!_hasOffsets) continue;
            reader.ReadVLong();
            reader.ReadVLong();
        }
    }

    public void Flush(TermsWriter writer)
    {
        if (_shortTerms.Count + _longTerms.Count > 0) new FieldFlush(_info, _arena, _shortTerms, _longTerms, writer).Run();
    }

    /// <summary>The address of a term's slot, or 0.</summary>
    private int Find(ReadOnlySpan<byte> term)
    {
        // A short term has at most one unit a byte; bytes that are no UTF-8 become U+FFFD, with which no term is short.
        Span<char> units = stackalloc char[ShortTerms.MaxBytes];
        if (term.Length <= ShortTerms.MaxBytes && ShortTerms.TryGetKey(units[..Encoding.UTF8.GetChars(term, units)], out var key)) return _shortTerms.Find(key);
        return _longTerms.Find(term);
    }

    private void EnterDocument(int docId, int valueGap, int offsetGap)
    {
        if (_docId == docId)
        {
            _nextPosition += valueGap;
            _offsetBase += offsetGap;
            return;
        }

        _docId = docId;
        _nextPosition = _offsetBase = _length = _overlaps = 0;
        // What a document that failed has left there is deleted with it.
        _shortsInBatch = _longsInBatch = _longBytesUsed = 0;
    }

    /// <summary>The position of the next token of the document.</summary>
    private int TakePlace(int positionIncrement)
    {
        if (positionIncrement < 0 || (positionIncrement == 0 && _length == 0))
            throw new InvalidOperationException($"The analyzer of field {_info.Name} returned position increment {positionIncrement} for token {_length}; the first must be at least 1, others at least 0.");
        var position = checked(_nextPosition + positionIncrement - 1);
        _nextPosition = position + 1;
        _length++;
        if (positionIncrement == 0) _overlaps++;
        return position;
    }

    /// <summary>Adds a token; of different terms, short ones may overtake long ones, which makes no difference.</summary>
    private void AddToken(ReadOnlySpan<char> term, int positionIncrement, int startOffset, int endOffset)
    {
        var position = TakePlace(positionIncrement);
        if (!ShortTerms.TryGetKey(term, out var key))
        {
            AddLongToken(term, position, _offsetBase + startOffset, _offsetBase + endOffset);
            return;
        }

        _shortTerms.PrefetchEntry(ShortTerms.Hash(key));
        _shortBatch[_shortsInBatch++] = new Token(key, position, _offsetBase + startOffset, _offsetBase + endOffset);
        if (_shortsInBatch == BatchSize) FlushShortBatch();
    }

    private void AddLongToken(ReadOnlySpan<char> term, int position, int startOffset, int endOffset)
    {
        var bytes = Encode(term);
        var hash = LongTerms.Hash(bytes);
        _longTerms.PrefetchEntry(hash);
        _longBatch[_longsInBatch++] = new Token((ulong)hash << 32 | (uint)_longBytesUsed, position, startOffset, endOffset);
        _longBytesUsed += bytes.Length;
        if (_longsInBatch == BatchSize) FlushLongBatch();
    }

    /// <summary>Adds the tokens of the batch, in steps for all of them: where one step reads is fetched in the step before.</summary>
    private void FlushShortBatch()
    {
        Span<int> slots = stackalloc int[BatchSize];
        var batch = _shortBatch.AsSpan(0, _shortsInBatch);
        slots = slots[..batch.Length];
        _shortsInBatch = 0;
        for (var i = 0; i < batch.Length; i++) _shortTerms.PrefetchSlot(ShortTerms.Hash(batch[i].Key));
        for (var i = 0; i < batch.Length; i++)
        {
            slots[i] = _shortTerms.FindOrAdd(batch[i].Key);
            TermSlot.At(_arena, slots[i]).Occurrences.PrefetchEnd(_arena);
        }

        Append(batch, slots);
    }

    private void FlushLongBatch()
    {
        Span<int> slots = stackalloc int[BatchSize];
        var batch = _longBatch.AsSpan(0, _longsInBatch);
        slots = slots[..batch.Length];
        var bytesEnd = _longBytesUsed;
        _longsInBatch = _longBytesUsed = 0;
        for (var i = 0; i < batch.Length; i++) _longTerms.PrefetchSlot((uint)(batch[i].Key >> 32));
        for (var i = 0; i < batch.Length; i++)
        {
            var start = (int)batch[i].Key;
            var end = i + 1 < batch.Length ? (int)batch[i + 1].Key : bytesEnd;
            slots[i] = _longTerms.FindOrAdd(_longBytes.AsSpan(start, end - start), (uint)(batch[i].Key >> 32));
            TermSlot.At(_arena, slots[i]).Occurrences.PrefetchEnd(_arena);
        }

        Append(batch, slots);
    }

    private void Append(ReadOnlySpan<Token> batch, ReadOnlySpan<int> slots)
    {
        for (var i = 0; i < slots.Length; i++) Append(ref TermSlot.At(_arena, slots[i]), batch[i].Position, batch[i].StartOffset, batch[i].EndOffset);
    }

    private void Append(ref TermSlot slot, int position, int startOffset, int endOffset)
    {
        var isFirst = slot.LastDocId != _docId;
        if (!isFirst && !_hasFreqs) return;
        // Before anything is written: the occurrences of other documents follow in the same stream.
        if (isFirst) slot.LastOffset = 0;
        if (_hasOffsets && (startOffset < slot.LastOffset || endOffset < startOffset))
            throw new InvalidOperationException($"The analyzer of field {_info.Name} returned offsets {startOffset}-{endOffset} after {slot.LastOffset}; they must not go backwards.");
        if (slot.LastDocId >= 0 || _hasOffsets)
        {
            if (!slot.Occurrences.IsStarted) Start(ref slot);
            Write(ref slot, position, isFirst);
            if (_hasOffsets)
            {
                slot.Occurrences.WriteVLong(_arena, (ulong)(startOffset - slot.LastOffset));
                slot.Occurrences.WriteVLong(_arena, (ulong)(endOffset - startOffset));
                slot.LastOffset = startOffset;
            }
        }

        slot.LastDocId = _docId;
        slot.LastPosition = position;
    }

    /// <summary>Starts the term's stream with the occurrence that has waited for a second one.</summary>
    private void Start(ref TermSlot slot)
    {
        slot.Occurrences.Start(_arena);
        if (slot.LastDocId < 0) return;
        slot.Occurrences.WriteVLong(_arena, (_hasPositions ? (ulong)slot.LastPosition << 1 : 0) | 1);
        slot.Occurrences.WriteVLong(_arena, (ulong)slot.LastDocId);
    }

    private void Write(ref TermSlot slot, int position, bool isFirst)
    {
        if (!isFirst)
        {
            slot.Occurrences.WriteVLong(_arena, _hasPositions ? (ulong)(position - slot.LastPosition) << 1 : 0);
            return;
        }

        slot.Occurrences.WriteVLong(_arena, (_hasPositions ? (ulong)position << 1 : 0) | 1);
        slot.Occurrences.WriteVLong(_arena, (ulong)(_docId - Math.Max(0, slot.LastDocId)));
    }

    /// <summary>The term's bytes, which are put behind those of the batch.</summary>
    private ReadOnlySpan<byte> Encode(ReadOnlySpan<char> term)
    {
        var most = Encoding.UTF8.GetMaxByteCount(term.Length);
        if (most > _longBytes.Length - _longBytesUsed) Array.Resize(ref _longBytes, Math.Max(_longBytes.Length * 2, _longBytesUsed + most));
        var length = Encoding.UTF8.GetBytes(term, _longBytes.AsSpan(_longBytesUsed));
        if (length > Field.MaxTermLength)
            throw new ArgumentException($"Field {_info.Name} holds a term of {length:N0} bytes that begins with \"{term[..20]}\"; at most {Field.MaxTermLength:N0} bytes can be indexed.");
        return _longBytes.AsSpan(_longBytesUsed, length);
    }

    /// <summary>A token that waits to be added.</summary>
    /// <param name="Key">Of a short term its key; of a long one its hash, and where its bytes begin among those of the batch.</param>
    /// <param name="Position">In its document.</param>
    /// <param name="StartOffset">In its document.</param>
    /// <param name="EndOffset">In its document.</param>
    private readonly record struct Token(ulong Key, int Position, int StartOffset, int EndOffset);
}

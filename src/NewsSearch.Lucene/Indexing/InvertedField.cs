using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
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
/// the document delta follows. Offsets follow as start delta and length. The frequency is found by counting.
/// </remarks>
internal sealed class InvertedField
{
    /// <summary>Tokens whose places in memory are fetched while others are worked on.</summary>
    private const int BatchSize = 32;

    private readonly ByteArena _arena;
    private readonly BytesHash _terms;
    private readonly ShortTerms _shortTerms = new();
    private readonly Token[] _batch = new Token[BatchSize];
    private readonly FieldInfo _info;
    private readonly bool _hasFreqs;
    private readonly bool _hasPositions;
    private readonly bool _hasOffsets;
    private TermSlot[] _slots = new TermSlot[128];
    private byte[] _utf8 = new byte[256];
    private sbyte[] _norms = [];

    private int _inBatch;
    private int _docId = -1;
    private int _nextPosition;
    private int _offsetBase;
    private int _length;
    private int _overlaps;

    public InvertedField(FieldInfo info, ByteArena arena)
    {
        _info = info;
        _arena = arena;
        _terms = new BytesHash(arena);
        _hasFreqs = info.HasFreqs;
        _hasPositions = info.HasPositions;
        _hasOffsets = info.HasOffsets;
    }

    /// <summary>Bytes held beside those in the arena.</summary>
    public unsafe long AllocatedBytes => _terms.AllocatedBytes + _shortTerms.AllocatedBytes + (long)_slots.Length * sizeof(TermSlot) + _norms.Length;

    public FieldInfo Info => _info;

    /// <summary>Whether any document has a value of the field with norms.</summary>
    public bool HasNorms => _norms.Length > 0;

    /// <summary>Adds a value that is one term.</summary>
    public void AddKeyword(int docId, string text)
    {
        EnterDocument(docId, valueGap: 0, offsetGap: 0);
        AddLongToken(text, TakePlace(1), 0, text.Length);
        _offsetBase += text.Length;
    }

    /// <summary>Adds a value cut into terms by the stream.</summary>
    public void AddText(int docId, string text, TokenStream stream, Analyzer analyzer)
    {
        EnterDocument(docId, analyzer.PositionIncrementGap(_info.Name), analyzer.OffsetGap(_info.Name));
        stream.Reset(text.AsMemory());
        // What an analyzer that failed has left there is of a document that is deleted.
        _inBatch = 0;
        while (stream.MoveNext())
            AddToken(stream.Term, stream.PositionIncrement, _hasOffsets ? stream.StartOffset : 0, _hasOffsets ? stream.EndOffset : 0);
        FlushBatch();
        _nextPosition += stream.TrailingPositionIncrement;
        _offsetBase += stream.FinalOffset;
    }

    /// <summary>Ends a document that has the field: its length becomes its norm.</summary>
    public void FinishDocument()
    {
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
        var id = _terms.Find(term);
        if (id < 0) return;
        var reader = _slots[id].Occurrences.Read(_arena);
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

            SkipOffsets(ref reader);
        }
    }

    public void Flush(TermsWriter writer)
    {
        if (_terms.Count == 0) return;
        writer.StartField(_info);
        var occurrences = new OccurrenceList();
        foreach (var id in _terms.SortedIds()) FlushTerm(writer, id, occurrences);
        writer.FinishField();
    }

    private void FlushTerm(TermsWriter writer, int id, OccurrenceList occurrences)
    {
        writer.StartTerm();
        occurrences.Clear();
        var reader = _slots[id].Occurrences.Read(_arena);
        var docId = 0;
        var position = 0;
        var offset = 0;
        while (!reader.IsAtEnd)
        {
            var code = reader.ReadVLong();
            if ((code & 1) != 0)
            {
                FlushDocument(writer, docId, occurrences);
                docId += (int)reader.ReadVLong();
                position = offset = 0;
            }

            position += (int)(code >> 1);
            var start = 0;
            var end = 0;
            if (_hasOffsets)
            {
                offset = start = offset + (int)reader.ReadVLong();
                end = start + (int)reader.ReadVLong();
            }

            occurrences.Add(position, start, end);
        }

        FlushDocument(writer, docId, occurrences);
        writer.FinishTerm(_terms[id]);
    }

    private void FlushDocument(TermsWriter writer, int docId, OccurrenceList occurrences)
    {
        if (occurrences.Count == 0) return;
        writer.StartDocument(docId, occurrences.Count);
        if (_hasPositions)
            foreach (ref readonly var occurrence in occurrences.Items)
                writer.AddPosition(occurrence.Position, occurrence.StartOffset, occurrence.EndOffset);
        writer.FinishDocument();
        occurrences.Clear();
    }

    private void SkipOffsets(ref OccurrenceStream.Reader reader)
    {
        if (!_hasOffsets) return;
        reader.ReadVLong();
        reader.ReadVLong();
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

    /// <summary>Adds a token; of different terms, long ones may overtake short ones, which makes no difference.</summary>
    private void AddToken(ReadOnlySpan<char> term, int positionIncrement, int startOffset, int endOffset)
    {
        var position = TakePlace(positionIncrement);
        if (!ShortTerms.TryGetKey(term, out var key))
        {
            AddLongToken(term, position, startOffset, endOffset);
            return;
        }

        _shortTerms.Prefetch(key);
        _batch[_inBatch++] = new Token(key, position, _offsetBase + startOffset, _offsetBase + endOffset);
        if (_inBatch == BatchSize) FlushBatch();
    }

    private void AddLongToken(ReadOnlySpan<char> term, int position, int startOffset, int endOffset)
    {
        var id = AddTerm(Encode(term));
        Append(ref _slots[id], position, _offsetBase + startOffset, _offsetBase + endOffset);
    }

    /// <summary>Adds the tokens of the batch, in steps for all of them: where one step reads is fetched in the step before.</summary>
    private void FlushBatch()
    {
        Span<int> ids = stackalloc int[BatchSize];
        var batch = _batch.AsSpan(0, _inBatch);
        _inBatch = 0;
        for (var i = 0; i < batch.Length; i++)
        {
            ids[i] = FindOrAddShort(batch[i].Key);
            Prefetch(ref _slots[ids[i]]);
        }

        for (var i = 0; i < batch.Length; i++) _slots[ids[i]].Occurrences.Prefetch(_arena);
        for (var i = 0; i < batch.Length; i++) Append(ref _slots[ids[i]], batch[i].Position, batch[i].StartOffset, batch[i].EndOffset);
    }

    private int FindOrAddShort(ulong key)
    {
        var id = _shortTerms.Find(key);
        if (id >= 0) return id;
        Span<char> term = stackalloc char[4];
        id = AddTerm(Encode(term[..ShortTerms.WriteTerm(key, term)]));
        _shortTerms.Add(key, id);
        return id;
    }

    private int AddTerm(ReadOnlySpan<byte> term)
    {
        var id = _terms.Add(term);
        if (id == _slots.Length) Array.Resize(ref _slots, id * 2);
        if (!_slots[id].IsStarted) _slots[id].Start(_arena);
        return id;
    }

    private static unsafe void Prefetch(ref TermSlot slot)
    {
        // The array may move meanwhile, and then a place is fetched that nobody needs.
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref slot));
    }

    private void Append(ref TermSlot slot, int position, int startOffset, int endOffset)
    {
        var isFirst = slot.LastDocId != _docId;
        if (!isFirst && !_hasFreqs) return;
        if (isFirst) slot.LastPosition = slot.LastOffset = 0;
        // Before anything is written: the occurrences of other documents follow in the same stream.
        if (_hasOffsets && (startOffset < slot.LastOffset || endOffset < startOffset))
            throw new InvalidOperationException($"The analyzer of field {_info.Name} returned offsets {startOffset}-{endOffset} after {slot.LastOffset}; they must not go backwards.");
        var positionDelta = _hasPositions ? position - slot.LastPosition : 0;
        slot.Occurrences.WriteVLong(_arena, (ulong)positionDelta << 1 | (isFirst ? 1UL : 0));
        if (isFirst) slot.Occurrences.WriteVLong(_arena, (ulong)(_docId - Math.Max(0, slot.LastDocId)));
        if (_hasOffsets)
        {
            slot.Occurrences.WriteVLong(_arena, (ulong)(startOffset - slot.LastOffset));
            slot.Occurrences.WriteVLong(_arena, (ulong)(endOffset - startOffset));
            slot.LastOffset = startOffset;
        }

        slot.LastDocId = _docId;
        slot.LastPosition = position;
    }

    private ReadOnlySpan<byte> Encode(ReadOnlySpan<char> term)
    {
        var most = Encoding.UTF8.GetMaxByteCount(term.Length);
        if (most > _utf8.Length) _utf8 = new byte[most];
        var length = Encoding.UTF8.GetBytes(term, _utf8);
        if (length > Field.MaxTermLength)
            throw new ArgumentException($"Field {_info.Name} holds a term of {length:N0} bytes that begins with \"{term[..20]}\"; at most {Field.MaxTermLength:N0} bytes can be indexed.");
        return _utf8.AsSpan(0, length);
    }

    /// <summary>A short token that waits to be added.</summary>
    private readonly record struct Token(ulong Key, int Position, int StartOffset, int EndOffset);

    private struct TermSlot
    {
        public OccurrenceStream Occurrences;
        public int LastDocId;
        public int LastPosition;
        public int LastOffset;

        public bool IsStarted { get; private set; }

        public void Start(ByteArena arena)
        {
            IsStarted = true;
            LastDocId = -1;
            Occurrences.Start(arena);
        }
    }
}

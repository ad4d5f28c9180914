using System.Runtime.CompilerServices;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Codecs.Postings;

/// <summary>
/// Reads a list of postings block by block: the documents of a block at once, its frequencies and positions when they
/// are asked for.
/// </summary>
internal sealed class BlockPostingsEnum : PostingsEnum
{
    private const int BlockSize = PostingsFormat.BlockSize;

    private PostingsReader _reader;
    private PostingsBuffer _buffer;
    private BufferedPositions? _positions;
    private SkipListReader? _skipList;
    private FieldInfo _field = null!;
    private TermState _term;
    private bool _readsPositions;
    private bool _hasSkipped;

    /// <summary>The place of the current document in the buffer.</summary>
    private int _at;
    private int _docId;

    public BlockPostingsEnum(PostingsReader reader)
    {
        _reader = reader;
        _buffer = new PostingsBuffer(reader);
    }

    public override int DocId => _docId;

    public override long Cost => _term.DocFreq;

    public override int Freq => _buffer.FreqAt(_at);

    public override int StartOffset => _readsPositions ? _positions!.StartOffset : -1;

    public override int EndOffset => _readsPositions ? _positions!.EndOffset : -1;

    /// <summary>The documents in the buffer from the current one on; at least one while there is a current one.</summary>
    public ReadOnlySpan<int> Buffered => _buffer.DocIds.AsSpan(_at, _buffer.Count - _at);

    /// <summary>The last of them.</summary>
    public int LastBuffered => _buffer.Last;

    /// <summary>For each of the buffered documents the positions of those before it, from <see cref="PositionsBefore"/> on; then those of all.</summary>
    public ReadOnlySpan<int> BufferedFreqSums => _buffer.FreqSums[_at..];

    /// <summary>The ordinal, for <see cref="Window"/>, that the sums of frequencies are added to.</summary>
    public long PositionsBefore => _positions!.Before;

    /// <summary>Whether positions can be read by <see cref="Window"/>.</summary>
    public bool HasWindow => _readsPositions && !_field.HasOffsets && !_field.HasPayloads;

    /// <summary>How often each of the <see cref="Buffered"/> documents holds the term.</summary>
    public ReadOnlySpan<int> BufferedFreqs => _buffer.Freqs[_at..];

    /// <summary>Whether it is of a segment: not after <see cref="Unbind"/>.</summary>
    public bool IsBound => _reader is not null;

    public bool IsOf(PostingsReader other) => ReferenceEquals(other, _reader);

    /// <summary>Goes over to another segment; <see cref="Start"/> is next.</summary>
    public void Bind(PostingsReader other)
    {
        (_reader, _skipList, _positions) = (other, null, null);
        _buffer.Bind(other);
    }

    /// <summary>Lets go of the segment; nothing but <see cref="Bind"/> may follow.</summary>
    public void Unbind()
    {
        _buffer.Unbind();
        (_reader, _skipList, _positions) = (null!, null, null);
    }

    /// <summary>Begins before the first document of a term.</summary>
    public void Start(FieldInfo field, in TermState term, PostingsFeatures features)
    {
        _field = field;
        _term = term;
        _hasSkipped = false;
        (_docId, _at) = (-1, -1);
        _buffer.Start(field, term);
        _readsPositions = features >= PostingsFeatures.Positions && field.HasPositions;
        if (!_readsPositions) return;
        _positions ??= new BufferedPositions(_reader);
        _positions.Start(field, term, features >= PostingsFeatures.Offsets);
    }

    public override int NextDoc()
    {
        if (++_at == _buffer.Count && !Fill()) return _docId = NoMoreDocs;
        return _docId = _buffer.DocIds[_at];
    }

    public override int Advance(int target)
    {
        if (_buffer.Count > 0 && target <= _buffer.Last) _at++;
        else if (!FillWith(target)) return _docId = NoMoreDocs;
        _at += AscendingSearch.FirstAtLeast(Buffered, target);
        return _docId = _buffer.DocIds[_at];
    }

    public override int TakeBatch(Span<int> docIds, Span<int> freqs, int limit)
    {
        if (_docId >= limit || docIds.IsEmpty) return 0;
        var taken = _buffer.DocIds.AsSpan(_at, Math.Min(_buffer.Count - _at, docIds.Length));
        if (taken[^1] >= limit) taken = taken[..AscendingSearch.FirstAtLeast(taken, limit)];
        taken.CopyTo(docIds);
        if (!freqs.IsEmpty) _buffer.Freqs.Slice(_at, taken.Length).CopyTo(freqs);
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
            if (_docId > docIds[^1]) break;
            i += AscendingSearch.FirstAtLeast(docIds[i..], _docId);

            // All documents up to the last in the buffer are found there or nowhere.
            var end = docIds[^1] <= _buffer.Last ? docIds.Length : i + AscendingSearch.FirstAtLeast(docIds[i..], _buffer.Last + 1);
            if (end == i) continue;
            var last = docIds[end - 1];
            kept += RetainBuffered(docIds, i, end, kept, freqs, places);
            MoveTo(AscendingSearch.FirstAtLeast(Buffered, last));
            i = end;
        }

        return kept;
    }

    /// <summary>Finds which of the documents from one place to another are in the buffer, and puts them where others were kept already.</summary>
    [SkipLocalsInit]
    private int RetainBuffered(Span<int> docIds, int start, int end, int kept, Span<int> freqs, Span<byte> places)
    {
        Span<int> common = stackalloc int[BlockSize + AscendingIntersection.Slack];
        Span<byte> before = stackalloc byte[BlockSize + AscendingIntersection.Slack];
        Span<byte> buffered = stackalloc byte[BlockSize + AscendingIntersection.Slack];
        var count = AscendingIntersection.Find(docIds[start..end], Buffered, common, before, buffered);
        common[..count].CopyTo(docIds[kept..]);
        for (var i = 0; i < count; i++) places[kept + i] = (byte)(before[i] + start);
        if (!freqs.IsEmpty && count > 0)
        {
            var all = BufferedFreqs;
            for (var i = 0; i < count; i++) freqs[kept + i] = all[buffered[i]];
        }

        return count;
    }

    public override void ReadPositions(Span<int> positions)
    {
        if (!_readsPositions) positions.Fill(-1);
        else PositionsOfDocument().Read(positions);
    }

    public override int NextPosition() => _readsPositions ? PositionsOfDocument().Next() : -1;

    /// <summary>Moves to a document among <see cref="Buffered"/>.</summary>
    public void MoveTo(int buffered)
    {
        _at += buffered;
        _docId = _buffer.DocIds[_at];
    }

    /// <summary>Moves to the document behind the first ones of <see cref="Buffered"/>.</summary>
    /// <param name="count">How many to pass over, from 1 to all.</param>
    public void PassBuffered(int count)
    {
        _at += count - 1;
        NextDoc();
    }

    /// <summary>The positions of many documents at once.</summary>
    public PositionWindow Window() => _positions!.Window();

    private BufferedPositions PositionsOfDocument()
    {
        if (_positions!.Document != _at) _positions.StartDocument(_at, _buffer.FreqSums);
        return _positions;
    }

    /// <summary>Fills the buffer with the documents around a target behind it; false if there are none.</summary>
    private bool FillWith(int target)
    {
        // To look into the next block costs less than to look it up in the skip data, if the target is likely to be there.
        var isFar = (target - (long)_buffer.Last) * _term.DocFreq > (long)_reader.DocCount * (BlockSize / 2);
        if (isFar && CanSkip(target)) Skip(target);
        if (!Fill()) return false;
        if (target <= _buffer.Last) return true;
        if (CanSkip(target)) Skip(target);
        do
        {
            if (!Fill()) return false;
        }
        while (target > _buffer.Last);
        return true;
    }

    private bool CanSkip(int target) => _term.DocFreq > BlockSize && (!_hasSkipped || target > _skipList!.NextDocId);

    private void Skip(int target)
    {
        _skipList ??= new SkipListReader(_reader.Doc);
        if (!_hasSkipped) _skipList.Start(_field, _term);
        _hasSkipped = true;
        var before = _skipList.SkipTo(target);
        if (before == 0 || before < _buffer.ReadCount) return;
        ref readonly var point = ref _skipList.Last;
        _buffer.Jump(point, before);
        if (_readsPositions) _positions!.CountFrom(point);
    }

    /// <summary>Reads the next documents into the buffer and stands at the first; false if there are none.</summary>
    private bool Fill()
    {
        if (_readsPositions && _buffer.Count > 0) _positions!.PassBuffer(_buffer.FreqSums[^1]);
        var isFilled = _buffer.Fill();
        _at = isFilled ? 0 : -1;
        return isFilled;
    }
}

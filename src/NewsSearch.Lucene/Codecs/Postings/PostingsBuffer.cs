using System.Runtime.CompilerServices;
using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Terms;
using NewsSearch.Lucene.Packing;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Postings;

/// <summary>
/// The documents of a list that were read last: those of a block, or all of a term that has no block. Frequencies stay packed
/// until somebody asks for one.
/// </summary>
/// <remarks>A struct, so that the cursor over it, which moves for every posting, finds it in itself.</remarks>
internal struct PostingsBuffer(PostingsReader reader)
{
    private const int BlockSize = PostingsFormat.BlockSize;

    private PostingsReader _reader = reader;
    private IndexInput _doc = reader.Doc.Clone();

    // No longer than the list: most terms have a few documents.
    private int[] _docIds = [];
    private int[] _freqs = [];
    private int[] _freqSums = [];

    private bool _hasFreqs;
    private int _docFreq;

    /// <summary>The only document of the term and its frequency; -1 where it has more, which then have a list.</summary>
    private (int DocId, int Freq) _singleton;
    private int _count;
    private int _last;

    /// <summary>Documents of the list up to the last one here.</summary>
    private int _read;

    /// <summary>Whether frequencies are still packed: the block at which <see cref="_doc"/> stands.</summary>
    private bool _hasPackedFreqs;

    /// <summary>Whether <see cref="_freqSums"/> is of these documents.</summary>
    private bool _hasFreqSums;

    /// <summary>Whether the frequencies are known to be small enough to be added up.</summary>
    private bool _hasSmallFreqs;

    /// <summary>The documents; behind <see cref="Count"/> there may be others.</summary>
    public readonly int[] DocIds => _docIds;

    /// <summary>How many there are: 0 before the first of the list, after the last, and after <see cref="Jump"/>.</summary>
    public readonly int Count => _count;

    /// <summary>The last document; if there are none, the one after which the list goes on.</summary>
    public readonly int Last => _last;

    /// <summary>Documents of the list up to the last one here.</summary>
    public readonly int ReadCount => _read;

    /// <summary>How often each of the documents holds the term.</summary>
    public ReadOnlySpan<int> Freqs
    {
        get
        {
            if (_hasPackedFreqs) UnpackFreqs();
            return _freqs.AsSpan(0, _count);
        }
    }

    /// <summary>For each of the documents the sum of the frequencies before it; then that of all.</summary>
    public ReadOnlySpan<int> FreqSums
    {
        get
        {
            if (!_hasFreqSums) SumUpFreqs();
            return _freqSums.AsSpan(0, _count + 1);
        }
    }

    /// <summary>Goes over to another segment and keeps its room; <see cref="Start"/> is next.</summary>
    public void Bind(PostingsReader other) => (_reader, _doc) = (other, other.Doc.Clone());

    /// <summary>Lets go of the segment; nothing but <see cref="Bind"/> may follow.</summary>
    public void Unbind() => (_reader, _doc) = (null!, null!);

    /// <summary>Goes before the first document of a term.</summary>
    public void Start(FieldInfo field, in TermState term)
    {
        _hasFreqs = field.HasFreqs;
        _docFreq = term.DocFreq;
        _singleton = (term.SingletonDocId, _hasFreqs ? (int)term.TotalTermFreq : 1);
        Empty();
        (_read, _last) = (0, 0);
        var room = Math.Min(term.DocFreq, BlockSize);
        if (_docIds.Length < room) (_docIds, _freqs) = (new int[room], new int[room]);
        if (term.DocFreq > 1) _doc.Seek(term.DocStart);
    }

    /// <summary>Goes on at a skip point, behind so many documents of the list.</summary>
    public void Jump(in SkipPoint point, int before)
    {
        Empty();
        (_read, _last) = (before, point.DocId);
        _doc.Seek(point.DocOffset);
    }

    /// <summary>Reads the next documents of the list; false if there are none.</summary>
    /// <exception cref="CorruptIndexException">A document is not of the segment, or more.</exception>
    public bool Fill()
    {
        if (_hasPackedFreqs) _reader.Blocks.Skip(_doc);
        Empty();
        var left = _docFreq - _read;
        if (left == 0) return false;
        if (_singleton.DocId >= 0) FillSingleton();
        else if (left >= BlockSize) FillFromBlock();
        else FillFromTail(left);
        _read += _count;
        return true;
    }

    /// <summary>How often the document at that place holds the term.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FreqAt(int index)
    {
        if (_hasPackedFreqs) UnpackFreqs();
        return _freqs[index];
    }

    private void Empty()
    {
        _count = 0;
        _hasPackedFreqs = false;
        _hasFreqSums = false;
    }

    private void FillSingleton()
    {
        (_docIds[0], _freqs[0]) = _singleton;
        _last = _singleton.DocId;
        _hasSmallFreqs = false;
        _count = 1;
    }

    private void FillFromBlock()
    {
        _reader.Blocks.Read(_doc, _docIds);
        CheckLast((ulong)(uint)_last + (ulong)RunningSums.Of(_docIds));
        RunningSums.Accumulate(_docIds, _last);
        _last = _docIds[^1];
        _count = BlockSize;
        _hasPackedFreqs = _hasFreqs;
        if (!_hasPackedFreqs) _freqs.AsSpan().Fill(1);
    }

    private void FillFromTail(int left)
    {
        var docIds = _docIds.AsSpan(0, left);
        var freqs = _freqs.AsSpan(0, left);
        var hasFreqs = _hasFreqs;
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

        SumUp(docIds);
        _count = left;
        CheckFreqs();
    }

    /// <summary>Turns differences into document numbers.</summary>
    private void SumUp(Span<int> differences)
    {
        var sum = (ulong)(uint)_last;
        foreach (ref var docId in differences)
        {
            sum += (uint)docId;
            docId = (int)sum;
        }

        CheckLast(sum);
        _last = (int)sum;
    }

    /// <summary>The sums only grow: if the last is a document of the segment, all are.</summary>
    private readonly void CheckLast(ulong sum)
    {
        if (sum >= (ulong)_reader.DocCount) _doc.Corrupt($"document {sum}", $"a document below {_reader.DocCount}");
    }

    private void UnpackFreqs()
    {
        _reader.Blocks.Read(_doc, _freqs);
        _hasPackedFreqs = false;
        CheckFreqs();
    }

    private void CheckFreqs()
    {
        // No sum of so many frequencies below 2^24 is too large for 31 bits.
        var freqs = _freqs.AsSpan(0, _count);
        _hasSmallFreqs = !freqs.ContainsAnyExceptInRange(1, (1 << 24) - 1);
        if (!_hasSmallFreqs && freqs.IndexOfAnyExceptInRange(1, int.MaxValue) >= 0) _doc.Corrupt("a frequency below 1", "1 or more");
    }

    private void SumUpFreqs()
    {
        if (_freqSums.Length == 0) _freqSums = new int[BlockSize + 1];
        if (_hasPackedFreqs) UnpackFreqs();
        _freqs.CopyTo(_freqSums.AsSpan(1));
        RunningSums.Accumulate(_freqSums.AsSpan(1), 0);
        if (!_hasSmallFreqs && RunningSums.Of(_freqs.AsSpan(0, _count)) > int.MaxValue)
            _doc.Corrupt("more than 2^31 occurrences in a block of documents", "fewer");
        _hasFreqSums = true;
    }
}

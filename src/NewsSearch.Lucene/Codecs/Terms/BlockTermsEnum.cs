using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Codecs.Terms;

/// <summary>
/// A cursor over the block tree: a stack of blocks from the root down to the one that holds the current term. A seek
/// goes down along the index; the blocks on the way are read only if the cursor comes back to them.
/// </summary>
internal sealed class BlockTermsEnum(BlockTerms terms) : TermsEnum
{
    private const int NotStarted = -1;
    private const int NoTerm = -2;

    private readonly List<BlockFrame> _frames = [];

    /// <summary>The code of a block, as it comes together on the way through the index.</summary>
    private byte[] _code = new byte[64];
    private byte[] _term = new byte[64];
    private int _termLength;

    /// <summary>Place in the stack of the block with the current term, or why there is none.</summary>
    private int _depth = NotStarted;

    /// <summary>Whether the stack has just the block of the current term, not those on the way to it.</summary>
    private bool _isShallow;

    /// <summary>Terms that may still follow, so that a broken tree can't be walked for ever.</summary>
    private long _left = terms.Count;

    public override ReadOnlySpan<byte> Term => _depth >= 0 ? _term.AsSpan(0, _termLength) : throw NotAtTerm();

    public override int DocFreq => State.DocFreq;

    public override long TotalTermFreq => State.TotalTermFreq;

    public override TermState State => _depth >= 0 ? _frames[_depth].State : throw NotAtTerm();

    public override PostingsEnum Postings(PostingsFeatures features, PostingsEnum? reuse = null) =>
        terms.Postings(State, features, reuse);

    public override bool MoveNext()
    {
        if (_depth == NoTerm) return false;
        if (_isShallow)
        {
            PlaceBefore(_term.AsSpan(0, _termLength));
            _frames[_depth].Read();
        }

        if (_depth == NotStarted)
        {
            _left = terms.Count;
            Push(terms.Root.Offset, 0).Load();
        }

        while (true)
        {
            var frame = _frames[_depth];
            if (frame.IsAtEnd)
            {
                if (!frame.IsLastOfFloor) frame.LoadNextOfFloor();
                else if (!Pop()) return false;
                continue;
            }

            var entry = frame.Read();
            if (entry.Suffix.Length > TermsFormat.MaxTermLength - frame.PrefixLength) terms.Input.Corrupt("a longer term", $"at most {TermsFormat.MaxTermLength} bytes");
            SetTerm(frame.PrefixLength, entry.Suffix);
            if (entry.IsTerm) return CountTerm();
            Push(entry.SubBlock, _termLength).Load();
        }
    }

    public override bool SeekExact(ReadOnlySpan<byte> term) => SeekExact(term, PlaceOf(term));

    public override TermPlace Locate(ReadOnlySpan<byte> term)
    {
        var place = PlaceOf(term);
        _depth = NoTerm;
        if (place.HasTerms) terms.Input.Prefetch(place.BlockOffset);
        return place;
    }

    public override bool SeekExact(ReadOnlySpan<byte> term, in TermPlace place)
    {
        _isShallow = true;
        _depth = NotStarted;
        _left = terms.Count;
        var frame = Push(place.BlockOffset, place.PrefixLength);
        if (!place.HasTerms || !LoadAndSeek(frame, term))
        {
            _depth = NoTerm;
            return false;
        }

        frame.Read();
        SetTerm(0, term);
        return true;
    }

    public override SeekStatus SeekCeil(ReadOnlySpan<byte> term)
    {
        var isFound = PlaceBefore(term);
        SetTerm(0, term);
        if (!MoveNext()) return SeekStatus.End;
        return isFound ? SeekStatus.Found : SeekStatus.NotFound;
    }

    private TermPlace PlaceOf(ReadOnlySpan<byte> term)
    {
        // Most seeks are followed by another: the blocks on the way are put on the stack only if the cursor moves on.
        _isShallow = true;
        var hasTerms = GoDown(term);
        var frame = _frames[_depth];
        return new TermPlace(frame.Offset, frame.PrefixLength, hasTerms);
    }

    /// <summary>Puts all blocks on the way on the stack, the last of them before the first entry that is not less than the term.</summary>
    /// <returns>Whether that entry is the term.</returns>
    private bool PlaceBefore(ReadOnlySpan<byte> term)
    {
        _isShallow = false;
        GoDown(term);
        return LoadAndSeek(_frames[_depth], term);
    }

    private static bool LoadAndSeek(BlockFrame frame, ReadOnlySpan<byte> term)
    {
        frame.Load();
        return frame.SeekCeil(term[frame.PrefixLength..]);
    }

    /// <summary>Puts on the stack all blocks whose prefix the term has or, where that will do, the last of them only.</summary>
    /// <returns>Whether the last of them, the only one that can hold the term, has terms at all.</returns>
    private bool GoDown(ReadOnlySpan<byte> term)
    {
        _depth = NotStarted;
        _left = terms.Count;
        Push(terms.Root.Offset, 0);
        var hasTerms = terms.Root.HasTerms;
        var fst = terms.Index.Open();
        var arc = default(FstArc);
        arc.Target = terms.Index.StartNode;
        var codeLength = 0;
        var last = default(CodePlace);
        for (var length = 0; length < term.Length; length++)
        {
            var lookup = fst.Find(arc.Target, term[length], ref arc);
            if (lookup == FstLookup.Broken) terms.Index.Corrupt($"no node for the prefix {Convert.ToHexString(term[..(length + 1)])}");
            if (lookup == FstLookup.None) break;
            codeLength = Append(fst, codeLength, arc.OutputAt, arc.OutputLength);
            if (!arc.IsFinal) continue;
            last = new CodePlace(codeLength, arc.FinalOutputAt, arc.FinalOutputLength, length + 1);
            if (!_isShallow) hasTerms = Push(fst, last, term);
        }

        if (!_isShallow || last.PrefixLength == 0) return hasTerms;
        _depth = NotStarted;
        return Push(fst, last, term);
    }

    /// <summary>Puts the block of a code on the stack.</summary>
    /// <returns>Whether it has terms.</returns>
    private bool Push(FstReader fst, CodePlace place, ReadOnlySpan<byte> term)
    {
        var length = Append(fst, place.CodeLength, place.FinalAt, place.FinalLength);
        var code = _code.AsSpan(0, length);
        var lead = place.PrefixLength < term.Length ? term[place.PrefixLength] : -1;
        if (!BlockCode.TryParse(code, lead, out var block)) terms.Index.Corrupt($"the block code {Convert.ToHexString(code)}");
        Push(block.Offset, place.PrefixLength);
        return block.HasTerms;
    }

    private int Append(FstReader fst, int codeLength, int at, int length)
    {
        if (length == 0) return codeLength;
        if (length > _code.Length - codeLength) MakeRoomForCode(codeLength + (long)length);
        fst.CopyOutput(at, length, _code.AsSpan(codeLength));
        return codeLength + length;
    }

    private void MakeRoomForCode(long length)
    {
        if (length > TermsFormat.MaxBlockCodeLength) terms.Index.Corrupt($"a block code of more than {TermsFormat.MaxBlockCodeLength} bytes");
        Array.Resize(ref _code, TermsFormat.MaxBlockCodeLength);
    }

    private BlockFrame Push(long offset, int prefixLength)
    {
        if (++_depth == _frames.Count) _frames.Add(new BlockFrame(terms));
        var frame = _frames[_depth];
        frame.Place(offset, prefixLength);
        return frame;
    }

    /// <summary>Goes back to the block above, behind the entry of the one that was left; false if there is none.</summary>
    private bool Pop()
    {
        if (_depth == 0)
        {
            _depth = NoTerm;
            return false;
        }

        var left = _frames[_depth--];
        var frame = _frames[_depth];
        if (frame.Load()) frame.SeekBehindBlock(_term.AsSpan(frame.PrefixLength..left.PrefixLength));
        return true;
    }

    private void SetTerm(int prefixLength, ReadOnlySpan<byte> suffix)
    {
        _termLength = prefixLength + suffix.Length;
        if (_term.Length < _termLength) Array.Resize(ref _term, Math.Max(_termLength, _term.Length * 2));
        suffix.CopyTo(_term.AsSpan(prefixLength));
    }

    private bool CountTerm()
    {
        if (--_left < 0) terms.Input.Corrupt("more terms", $"the {terms.Count} terms that the directory counts");
        return true;
    }

    private static InvalidOperationException NotAtTerm() => new("The cursor is not at a term.");

    /// <summary>Where a block's code is: so many bytes on the way through the index, then the final output there.</summary>
    private readonly record struct CodePlace(int CodeLength, int FinalAt, int FinalLength, int PrefixLength);
}

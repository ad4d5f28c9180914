using NewsSearch.Lucene.Codecs.FieldInfos;
using NewsSearch.Lucene.Codecs.Terms;

namespace NewsSearch.Lucene.Codecs.Postings;

/// <summary>
/// Where the positions of buffered documents are: counted from the last skip point used, or from the beginning of the list. They are
/// read one by one (<see cref="Read"/>, <see cref="Next"/>), or many documents' at once (<see cref="Window"/>).
/// </summary>
internal sealed class BufferedPositions(PostingsReader reader)
{
    private PositionsCursor? _cursor;
    private PositionWindow? _window;
    private FieldInfo _field = null!;
    private TermState _term;
    private bool _readsOffsets;

    /// <summary>Where positions are counted from.</summary>
    private SkipPoint _origin;

    /// <summary>Whether they were told of the term, and of the origin.</summary>
    private (bool Term, bool Origin) _cursorKnows;
    private (bool Term, bool Origin) _windowKnows;

    /// <summary>How many positions of <see cref="Document"/> are left.</summary>
    private int _left;

    /// <summary>The place in the buffer of the document whose positions are read one by one; -1 for none of it.</summary>
    public int Document { get; private set; }

    /// <summary>Positions from where they are counted to the first one of the buffer's first document.</summary>
    public long Before { get; private set; }

    public int StartOffset => _cursorKnows.Term ? _cursor!.StartOffset : -1;

    public int EndOffset => _cursorKnows.Term ? _cursor!.EndOffset : -1;

    public void Start(FieldInfo field, in TermState term, bool readsOffsets)
    {
        _field = field;
        _term = term;
        _readsOffsets = readsOffsets;
        _cursorKnows = _windowKnows = default;
        CountFrom(new SkipPoint { PosOffset = term.PosStart, PayOffset = term.PayStart });
    }

    /// <summary>The buffer goes on at a skip point.</summary>
    public void CountFrom(in SkipPoint point)
    {
        _origin = point;
        _cursorKnows.Origin = _windowKnows.Origin = false;
        Document = -1;
        Before = 0;
    }

    /// <summary>The buffer is to be filled again; its documents have so many positions.</summary>
    public void PassBuffer(int positions)
    {
        Before += positions;
        Document = -1;
    }

    /// <summary>Goes to the first position of a document.</summary>
    /// <param name="document">Its place in the buffer; not before <see cref="Document"/>.</param>
    /// <param name="freqSums">See <see cref="PostingsBuffer.FreqSums"/>.</param>
    public void StartDocument(int document, ReadOnlySpan<int> freqSums)
    {
        _cursor ??= new PositionsCursor(reader);
        if (!_cursorKnows.Term) _cursor.Start(_field, _term, _readsOffsets);
        if (!_cursorKnows.Origin) _cursor.Jump(_origin);
        _cursorKnows = (true, true);
        Document = document;
        _left = freqSums[document + 1] - freqSums[document];
        _cursor.StartDocument(Before + freqSums[document]);
    }

    /// <summary>The next positions of the document, as many as the span takes.</summary>
    /// <exception cref="InvalidOperationException">It does not have so many.</exception>
    public void Read(Span<int> positions)
    {
        Take(positions.Length);
        _cursor!.Read(positions);
    }

    /// <summary>The next position of the document.</summary>
    /// <exception cref="InvalidOperationException">It has no more.</exception>
    public int Next()
    {
        Take(1);
        return _cursor!.Next();
    }

    /// <summary>The positions of many documents at once.</summary>
    public PositionWindow Window()
    {
        if (_windowKnows.Origin) return _window!;
        _window ??= new PositionWindow(reader);
        if (!_windowKnows.Term) _window.Start(_term);
        _window.CountFrom(_origin);
        _windowKnows = (true, true);
        return _window;
    }

    private void Take(int count)
    {
        if (_left < count) throw TooFew(count);
        _left -= count;
    }

    private InvalidOperationException TooFew(int asked) => new($"The document has {_left} more positions of the term, but {asked} were asked for.");
}

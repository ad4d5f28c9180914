using NewsSearch.Lucene.Analysis;
using NewsSearch.SmartCn.Dictionary;
using NewsSearch.SmartCn.Normalization;
using NewsSearch.SmartCn.Segmentation;
using NewsSearch.SmartCn.Sentences;

namespace NewsSearch.SmartCn.Words;

/// <summary>The words of one text after the other; see <see cref="NewsAnalyzer"/>.</summary>
internal sealed class WordStream(HmmDictionary dictionary) : TokenStream
{
    /// <summary>A longer sentence is cut, which bounds time and memory; behind punctuation if there is any in its second half.</summary>
    internal const int MaxSentenceLength = 1024;

    private readonly HmmSegmenter _segmenter = new(dictionary);
    private readonly NormalizedText _text = new();
    private readonly SegmentationText _view = new();
    private readonly WordRunParts _parts = new();
    private char[] _spaceless = new char[64];
    private int _sentenceStart;
    private int _sentenceEnd;
    private int _runEnd;
    private int _nextPart;
    private int _increment;
    private int _start;
    private int _end;

    /// <summary>The length of the term in <see cref="_spaceless"/>, or 0 if the term stands in the text as it is.</summary>
    private int _spacelessLength;

    public override void Reset(ReadOnlyMemory<char> text)
    {
        _text.Reset(text);
        _view.Reset(_text, text.Span);
        _segmenter.Clear();
        _parts.Clear();
        _sentenceStart = _sentenceEnd = _runEnd = _nextPart = _increment = 0;
    }

    public override bool MoveNext()
    {
        if (_nextPart < _parts.Count)
        {
            _increment = 0;
            Take(_parts[_nextPart++]);
            return true;
        }

        _increment = 1;
        while (TryNextToken(out var token))
        {
            var start = _sentenceStart + token.Start;
            if (start < _runEnd) continue;
            if (token.Kind == TokenKind.Delimiter) _increment++;
            else
            {
                TakeWord(start, _sentenceStart + token.End);
                return true;
            }
        }

        return false;
    }

    public override ReadOnlySpan<char> Term => _spacelessLength > 0 ? _spaceless.AsSpan(0, _spacelessLength) : _text.Text[_start.._end];

    public override int StartOffset => _text.OriginalStart(_start);

    public override int EndOffset => _text.OriginalEnd(_end - 1);

    public override int PositionIncrement => _increment;

    public override int TrailingPositionIncrement => _increment - 1;

    public override int FinalOffset => _text.OriginalLength;

    private bool TryNextToken(out SegmentToken token)
    {
        while (!_segmenter.TryNext(out token))
        {
            var view = _view.Text;
            if (_sentenceEnd == view.Length) return false;
            _sentenceStart = _sentenceEnd;
            _sentenceEnd = _sentenceStart + LengthOfSentence(view[_sentenceStart..]);
            _segmenter.Segment(view[_sentenceStart.._sentenceEnd]);
        }

        return true;
    }

    private static int LengthOfSentence(ReadOnlySpan<char> rest)
    {
        var window = rest[..Math.Min(rest.Length, MaxSentenceLength)];
        var length = SentenceBreaker.Next(window, 0);
        if (length < window.Length || window.Length == rest.Length) return length;
        var types = CharTypes.Table;
        for (var end = window.Length; end > window.Length / 2; end--)
            if ((CharType)types[window[end - 1]] is CharType.Delimiter or CharType.Space) return end;
        return char.IsHighSurrogate(window[^1]) ? window.Length - 1 : window.Length;
    }

    private void TakeWord(int start, int end)
    {
        var view = _view.Text;
        if (WordCharacters.IsLetterOrDigit(view[start]))
        {
            _runEnd = WordRun.EndOf(view, start);
            _parts.Split(view, start, _runEnd);
            _nextPart = 1;
            Take(_parts[0]);
            return;
        }

        (_start, _end, _spacelessLength) = (start, end, 0);

        // SmartCn joins a word across the spaces in it.
        if (end - start > 1 && _text.Text[start..end].Contains(' ')) WriteWithout(' ');
    }

    private void Take(WordPart part)
    {
        (_start, _end, _spacelessLength) = (part.Start, part.End, 0);
        if (part.IsWithoutCommas) WriteWithout(',');
    }

    private void WriteWithout(char left)
    {
        var term = _text.Text[_start.._end];
        if (_spaceless.Length < term.Length) _spaceless = new char[2 * term.Length];
        foreach (var c in term)
            if (c != left) _spaceless[_spacelessLength++] = c;
    }
}

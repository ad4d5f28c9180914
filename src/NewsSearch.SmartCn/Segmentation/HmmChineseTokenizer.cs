using NewsSearch.Lucene.Analysis;
using NewsSearch.SmartCn.Dictionary;
using NewsSearch.SmartCn.Sentences;

namespace NewsSearch.SmartCn.Segmentation;

/// <summary>Splits a text into sentences and these into words: Lucene's HMMChineseTokenizer.</summary>
/// <remarks>
/// Lucene reads its input through a buffer of 1,024 characters and looks for sentences in there. Where a text is longer, the part up to the
/// last line end in the buffer is taken, or all of it where there is none, so that a sentence, a word or a surrogate pair may be cut in two
/// there. Parity asks for the same cuts. They also bound the length of a sentence, and with it time and memory.
/// </remarks>
internal sealed class HmmChineseTokenizer(HmmDictionary dictionary) : TokenStream
{
    private const int WindowLength = 1024;
    private const char FullWidthZero = '\uFF10';
    private const int FullWidthDistance = 0xFEE0;

    private readonly HmmSegmenter _segmenter = new(dictionary);
    private readonly char[] _term = new char[WindowLength];
    private ReadOnlyMemory<char> _text;
    private int _termLength;
    private int _sentenceStart;
    private int _sentenceEnd;
    private int _windowStart;
    private int _windowEnd;
    private SegmentToken _token;

    public override void Reset(ReadOnlyMemory<char> text)
    {
        _text = text;
        _sentenceStart = _sentenceEnd = _windowStart = _windowEnd = 0;
        _segmenter.Clear();
    }

    public override bool MoveNext()
    {
        var text = _text.Span;
        while (!_segmenter.TryNext(out _token))
        {
            if (!MoveToNextSentence(text)) return false;
            _segmenter.Segment(text[_sentenceStart.._sentenceEnd]);
        }

        WriteTerm(text[_sentenceStart..].Slice(_token.Start, _token.End - _token.Start));
        return true;
    }

    public override ReadOnlySpan<char> Term => _term.AsSpan(0, _termLength);

    public override int StartOffset => _sentenceStart + _token.Start;

    public override int EndOffset => _sentenceStart + _token.End;

    public override int PositionIncrement => 1;

    public override int TrailingPositionIncrement => 0;

    public override int FinalOffset => _text.Length;

    private bool MoveToNextSentence(ReadOnlySpan<char> text)
    {
        if (_sentenceEnd == _windowEnd)
        {
            if (_windowEnd == text.Length) return false;
            _windowStart = _windowEnd;
            _windowEnd = _windowStart + UsableLength(text[_windowStart..]);
        }

        _sentenceStart = _sentenceEnd;
        var window = text[_windowStart.._windowEnd];
        _sentenceEnd = _windowStart + SentenceBreaker.Next(window, _sentenceStart - _windowStart);
        return true;
    }

    /// <summary>How much of the rest of the text is looked at in one piece.</summary>
    private static int UsableLength(ReadOnlySpan<char> rest)
    {
        if (rest.Length < WindowLength) return rest.Length;
        var lineEnd = rest[..WindowLength].LastIndexOfAny("\n\r\u0085\u2028\u2029");
        return lineEnd >= 0 ? lineEnd + 1 : WindowLength;
    }

    private void WriteTerm(ReadOnlySpan<char> text)
    {
        _termLength = 0;
        switch (_token.Kind)
        {
            case TokenKind.Delimiter:
                _term[_termLength++] = ',';
                return;
            case TokenKind.Number:
                text.CopyTo(_term);
                _termLength = text.Length;
                return;
            case TokenKind.Word:
                WriteWithoutSpaces(text);
                return;
        }

        foreach (var c in text) _term[_termLength++] = ToLowerHalfWidth(c, _token.Kind);
    }

    private void WriteWithoutSpaces(ReadOnlySpan<char> text)
    {
        var types = CharTypes.Table;
        foreach (var c in text)
        {
            if (types[c] != (byte)CharType.Space) _term[_termLength++] = c;
        }
    }

    private static char ToLowerHalfWidth(char c, TokenKind kind)
    {
        if (kind == TokenKind.FullWidth && c >= FullWidthZero) c = (char)(c - FullWidthDistance);
        return char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
    }
}

using NewsSearch.SmartCn.Dictionary;

namespace NewsSearch.SmartCn.Segmentation;

/// <summary>
/// Splits a sentence into words by SmartCn's hidden Markov model: of all ways to read the sentence as words of the dictionary, the likeliest by
/// the counts of words and of pairs of words. Keeps its buffers from sentence to sentence; not thread-safe.
/// </summary>
internal sealed class HmmSegmenter
{
    private readonly HmmDictionary _dictionary;
    private readonly WordGraph _graph;
    private byte[] _types = new byte[256];
    private int[] _followers = new int[257];
    private SegmentToken[] _path = new SegmentToken[256];
    private int _length;
    private int _remaining;

    public HmmSegmenter(HmmDictionary dictionary)
    {
        _dictionary = dictionary;
        _graph = new WordGraph(dictionary.Weights);
    }

    /// <summary>Takes a sentence; <see cref="TryNext"/> then gives its tokens.</summary>
    public void Segment(ReadOnlySpan<char> sentence)
    {
        _length = sentence.Length;
        Classify(sentence);
        _graph.Begin(sentence.Length, _dictionary.SentenceStart, _followers[0]);
        for (var at = 0; at < sentence.Length;) at = AddTokensFrom(sentence, at);
        _remaining = _graph.End(sentence.Length, _dictionary.SentenceEnd, ref _path);
    }

    public bool TryNext(out SegmentToken token)
    {
        token = _remaining > 0 ? _path[--_remaining] : default;
        return token.End > 0;
    }

    /// <summary>Forgets what is left of the sentence.</summary>
    public void Clear() => _remaining = 0;

    private void Classify(ReadOnlySpan<char> sentence)
    {
        if (_types.Length < sentence.Length)
        {
            _types = new byte[sentence.Length];
            _followers = new int[sentence.Length + 1];
        }

        var table = CharTypes.Table;
        var follower = sentence.Length;
        _followers[follower] = follower;
        for (var i = sentence.Length - 1; i >= 0; i--)
        {
            var type = table[sentence[i]];
            _types[i] = type;
            if (type != (byte)CharType.Space) follower = i;
            _followers[i] = follower;
        }
    }

    /// <summary>Adds all tokens that start at a place and returns the place of the next ones.</summary>
    private int AddTokensFrom(ReadOnlySpan<char> sentence, int at)
    {
        switch ((CharType)_types[at])
        {
            case CharType.Han:
                AddWords(sentence, at);
                return at + 1;
            case CharType.Letter or CharType.FullWidthLetter:
                return AddRun(at, CharType.Letter, CharType.FullWidthLetter, TokenKind.String, _dictionary.AnyString);
            case CharType.Digit or CharType.FullWidthDigit:
                return AddRun(at, CharType.Digit, CharType.FullWidthDigit, TokenKind.Number, _dictionary.AnyNumber);
            case CharType.Delimiter:
                return Add(at, at + 1, TokenKind.Delimiter, _dictionary.Delimiter(sentence[at]));
            case CharType.Surrogate:
                var isPair = at + 1 < sentence.Length && char.IsSurrogatePair(sentence[at], sentence[at + 1]);
                return Add(at, at + (isPair ? 2 : 1), TokenKind.Word, _dictionary.AnySurrogate);
            case CharType.Space:
                return at + 1;
            default:
                return Add(at, at + 1, TokenKind.String, _dictionary.AnyString);
        }
    }

    private int Add(int start, int end, TokenKind kind, int number)
    {
        _graph.Add(number, new SegmentToken(start, end, kind), _followers[end]);
        return end;
    }

    /// <summary>Adds the character at a place, which is a token in any case, and the words that begin with it, spaces inside or not.</summary>
    private void AddWords(ReadOnlySpan<char> sentence, int at)
    {
        var words = _dictionary.Words;
        var cursor = words.Root(sentence[at]);
        Add(at, at + 1, TokenKind.Word, cursor.Node);
        for (var next = _followers[at + 1]; next < sentence.Length && _types[next] == (byte)CharType.Han;)
        {
            if (!words.TryStep(ref cursor, sentence[next])) return;
            if (cursor.IsWord) Add(at, next + 1, TokenKind.Word, cursor.Node);
            next = _followers[next + 1];
        }
    }

    private int AddRun(int at, CharType half, CharType full, TokenKind kind, int number)
    {
        var end = at;
        for (; end < _length; end++)
        {
            if (_types[end] == (byte)full) kind = TokenKind.FullWidth;
            else if (_types[end] != (byte)half) break;
        }

        return Add(at, end, kind, number);
    }
}

using NewsSearch.Lucene.Analysis;
using NewsSearch.SmartCn.Normalization;

namespace NewsSearch.SmartCn.Pairs;

/// <summary>The pairs of characters of one text after the other; see <see cref="CharacterPairAnalyzer"/>.</summary>
internal sealed class CharacterPairStream : TokenStream
{
    private readonly NormalizedText _text = new();
    private int _first;
    private int _second;
    private int _end;

    public override void Reset(ReadOnlyMemory<char> text)
    {
        _text.Reset(text);
        _first = _second = _end = 0;
    }

    public override bool MoveNext()
    {
        var text = _text.Text;
        if (_second == text.Length) return false;
        _first = _second;

        // The end of the pair before is the end of this one's first character, but for the pair before the first.
        _second = _end > _first ? _end : EndOfScalar(text, _first);
        _end = _second < text.Length ? EndOfScalar(text, _second) : _second;
        return true;
    }

    public override ReadOnlySpan<char> Term => _text.Text[_first.._end];

    public override int StartOffset => _text.OriginalStart(_first);

    public override int EndOffset => _text.OriginalEnd(_end - 1);

    public override int PositionIncrement => 1;

    public override int TrailingPositionIncrement => 0;

    public override int FinalOffset => _text.OriginalLength;

    /// <summary>Normalised text has no lone surrogates, so the first half decides.</summary>
    private static int EndOfScalar(ReadOnlySpan<char> text, int start) => start + (char.IsHighSurrogate(text[start]) ? 2 : 1);
}

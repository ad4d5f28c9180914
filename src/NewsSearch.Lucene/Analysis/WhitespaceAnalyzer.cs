namespace NewsSearch.Lucene.Analysis;

/// <summary>Splits at white space and changes nothing else; for fields whose values are lists of plain words.</summary>
public sealed class WhitespaceAnalyzer : Analyzer
{
    public override TokenStream CreateStream(string field) => new Stream();

    private sealed class Stream : TokenStream
    {
        private ReadOnlyMemory<char> _text;
        private int _start;
        private int _end;

        public override void Reset(ReadOnlyMemory<char> text)
        {
            _text = text;
            _start = _end = 0;
        }

        public override bool MoveNext()
        {
            var text = _text.Span;
            _start = _end;
            while (_start < text.Length && char.IsWhiteSpace(text[_start])) _start++;
            _end = _start;
            while (_end < text.Length && !char.IsWhiteSpace(text[_end])) _end++;
            return _end > _start;
        }

        public override ReadOnlySpan<char> Term => _text.Span[_start.._end];

        public override int StartOffset => _start;

        public override int EndOffset => _end;

        public override int PositionIncrement => 1;

        public override int TrailingPositionIncrement => 0;

        public override int FinalOffset => _text.Length;
    }
}

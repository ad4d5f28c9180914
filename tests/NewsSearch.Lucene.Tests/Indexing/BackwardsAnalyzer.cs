using NewsSearch.Lucene.Analysis;

namespace NewsSearch.Lucene.Tests.Indexing;

/// <summary>Letters apart by spaces; at an exclamation mark the offsets go backwards, which no analyzer may do.</summary>
internal sealed class BackwardsAnalyzer : Analyzer
{
    public override TokenStream CreateStream(string field) => new Letters();

    private sealed class Letters : TokenStream
    {
        private ReadOnlyMemory<char> _text;
        private int _at;

        public override ReadOnlySpan<char> Term => "same";

        public override int StartOffset => _text.Span[_at] == '!' ? 0 : _at;

        public override int EndOffset => _at + 1;

        public override int PositionIncrement => 1;

        public override int TrailingPositionIncrement => 0;

        public override int FinalOffset => _text.Length;

        public override void Reset(ReadOnlyMemory<char> text) => (_text, _at) = (text, -2);

        public override bool MoveNext() => (_at += 2) < _text.Length;
    }
}

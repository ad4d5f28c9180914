namespace NewsSearch.Lucene.Analysis;

/// <summary>Leaves out the tokens of a set and keeps their positions as gaps.</summary>
public sealed class StopFilter(TokenStream input, IReadOnlySet<string> stopWords) : TokenFilter(input)
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _stopWords =
        new HashSet<string>(stopWords).GetAlternateLookup<ReadOnlySpan<char>>();

    private int _skipped;

    public override void Reset(ReadOnlyMemory<char> text)
    {
        _skipped = 0;
        base.Reset(text);
    }

    public override bool MoveNext()
    {
        _skipped = 0;
        while (Input.MoveNext())
        {
            if (!_stopWords.Contains(Input.Term)) return true;
            _skipped += Input.PositionIncrement;
        }

        return false;
    }

    public override int PositionIncrement => Input.PositionIncrement + _skipped;

    public override int TrailingPositionIncrement => Input.TrailingPositionIncrement + _skipped;
}

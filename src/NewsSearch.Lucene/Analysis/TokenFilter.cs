namespace NewsSearch.Lucene.Analysis;

/// <summary>A <see cref="TokenStream"/> that changes or leaves out tokens of another; as it stands it passes them on.</summary>
public abstract class TokenFilter(TokenStream input) : TokenStream
{
    /// <summary>The stream whose tokens are filtered.</summary>
    protected TokenStream Input { get; } = input;

    public override void Reset(ReadOnlyMemory<char> text) => Input.Reset(text);

    public override ReadOnlySpan<char> Term => Input.Term;

    public override int StartOffset => Input.StartOffset;

    public override int EndOffset => Input.EndOffset;

    public override int PositionIncrement => Input.PositionIncrement;

    public override int TrailingPositionIncrement => Input.TrailingPositionIncrement;

    public override int FinalOffset => Input.FinalOffset;
}

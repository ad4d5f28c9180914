namespace NewsSearch.Lucene.Analysis;

/// <summary>
/// A cursor over the tokens of one text. One instance serves many texts, one after the other: <see cref="Reset"/>
/// starts a text, then <see cref="MoveNext"/> is called until it returns <see langword="false"/>.
/// </summary>
/// <remarks>
/// The token properties are valid only after <see cref="MoveNext"/> returned <see langword="true"/> and until the next
/// call; <see cref="Term"/> may point into a buffer that the next call overwrites. Instances are not thread-safe.
/// </remarks>
public abstract class TokenStream
{
    /// <summary>Starts a text; whatever was left of the previous one is forgotten.</summary>
    public abstract void Reset(ReadOnlyMemory<char> text);

    /// <summary>Moves to the next token, if there is one.</summary>
    public abstract bool MoveNext();

    /// <summary>The token's characters after normalisation: what is indexed and searched.</summary>
    public abstract ReadOnlySpan<char> Term { get; }

    /// <summary>Where the token begins in the original text, in UTF-16 units.</summary>
    public abstract int StartOffset { get; }

    /// <summary>Where the token ends in the original text (exclusive), in UTF-16 units.</summary>
    public abstract int EndOffset { get; }

    /// <summary>
    /// The distance in positions from the previous token: 1 for neighbours, 0 for a token at the same place,
    /// 2 or more where tokens were left out in between.
    /// </summary>
    public abstract int PositionIncrement { get; }

    /// <summary>
    /// After the last token: how many positions were left out at the end of the text. A following value of the same
    /// field begins that much later.
    /// </summary>
    public abstract int TrailingPositionIncrement { get; }

    /// <summary>After the last token: the length of the text in UTF-16 units.</summary>
    public abstract int FinalOffset { get; }
}

namespace NewsSearch.Archive.Querying;

/// <summary>A piece of a query's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends (exclusive).</param>
/// <param name="Text">A word as it stands, what is between quotes or marks, the English name of a field; otherwise as it stands.</param>
/// <param name="Number">The distance of a near.</param>
internal readonly record struct QueryToken(QueryTokenKind Kind, int Start, int End, string Text, int Number = 0)
{
    /// <summary>Whether a part of a query begins here.</summary>
    public bool BeginsOperand => Kind is QueryTokenKind.Minus || BeginsPrimary;

    /// <summary>Whether a part of a query begins here that a minus or a field may stand before.</summary>
    public bool BeginsPrimary => IsText || Kind is QueryTokenKind.Field or QueryTokenKind.Open;

    /// <summary>Whether it is text to search for.</summary>
    public bool IsText => Kind is QueryTokenKind.Word or QueryTokenKind.Quote or QueryTokenKind.Work;
}

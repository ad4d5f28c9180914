namespace NewsSearch.Archive.Querying;

/// <summary>What a piece of a query's text is.</summary>
internal enum QueryTokenKind
{
    End,
    Word,
    Quote,
    Work,
    Open,
    Close,
    Or,
    Near,
    Minus,
    Field,
}

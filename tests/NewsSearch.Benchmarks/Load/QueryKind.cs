namespace NewsSearch.Benchmarks.Load;

/// <summary>The kinds of queries of the mix.</summary>
internal enum QueryKind
{
    /// <summary>2 to 4 words of one article, all required.</summary>
    And,

    /// <summary>2 to 4 words of one article, any of them.</summary>
    Or,

    /// <summary>2 to 3 words that stand one after the other in an article.</summary>
    Phrase,

    /// <summary>One of the most frequent words.</summary>
    Common,
}

namespace NewsSearch.Lucene.Search;

/// <summary>Which terms of a text make a <see cref="MoreLikeThis"/> query.</summary>
public readonly record struct MoreLikeThisOptions()
{
    /// <summary>How many terms to take, at most <see cref="SearchLimits.MaxClauseCount"/>.</summary>
    public int TermCount { get; init; } = 100;

    /// <summary>Terms shorter than this, in characters, are left out: one character of Chinese says little.</summary>
    public int MinimumTermLength { get; init; } = 2;

    /// <summary>Terms that occur less often in the text are left out.</summary>
    public int MinimumTermFreq { get; init; } = 1;

    /// <summary>Terms in fewer documents are left out; 2 leaves out those that only the text's own document has.</summary>
    public int MinimumDocFreq { get; init; } = 2;

    /// <summary>Terms in more than this share of all documents are left out, 0 to 1.</summary>
    public double MaximumDocFreqShare { get; init; } = 0.1;

    /// <summary>Whether terms that consist of digits only are left out.</summary>
    public bool SkipsNumbers { get; init; } = true;

    /// <summary>How much each term counts.</summary>
    public MoreLikeThisBoost Boost { get; init; } = MoreLikeThisBoost.TermFreq;
}

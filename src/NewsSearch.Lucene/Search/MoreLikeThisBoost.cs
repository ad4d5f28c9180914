namespace NewsSearch.Lucene.Search;

/// <summary>How much each term of a <see cref="MoreLikeThis"/> query counts.</summary>
public enum MoreLikeThisBoost
{
    /// <summary>By its occurrences in the text: the query is then the text itself, reduced to its best terms.</summary>
    TermFreq,

    /// <summary>By its weight, the best term having 1: rare terms count twice, here and in the score of the documents.</summary>
    Weight,

    /// <summary>All the same.</summary>
    None,
}

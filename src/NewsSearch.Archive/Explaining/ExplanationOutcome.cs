namespace NewsSearch.Archive.Explaining;

/// <summary>What becomes of an article in the answer to a query.</summary>
public enum ExplanationOutcome
{
    /// <summary>It comes and meets every condition.</summary>
    Found,

    /// <summary>It does not meet every condition and comes because the query was loosened.</summary>
    FoundAfterLoosening,

    /// <summary>It would come if the query were loosened further than it was.</summary>
    NotLoosenedEnough,

    /// <summary>It does not come, however far the query is loosened.</summary>
    KeptOut,
}

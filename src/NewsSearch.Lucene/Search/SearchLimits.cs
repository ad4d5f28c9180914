namespace NewsSearch.Lucene.Search;

/// <summary>Bounds on queries, so that none exhausts the machine: text of readers becomes queries.</summary>
public static class SearchLimits
{
    /// <summary>Clauses of a boolean query, those of boolean queries inside it and the terms of phrases included. Lucene's default for one level.</summary>
    public const int MaxClauseCount = 1024;

    /// <summary>Queries inside queries inside queries.</summary>
    public const int MaxDepth = 32;

    /// <summary>Terms of a <see cref="Queries.TermSetQuery"/> or values of a <see cref="Queries.DocValuesTermsQuery"/>.</summary>
    public const int MaxSetSize = 65536;

    /// <summary>Terms of a phrase with slop that occur in it more than once.</summary>
    public const int MaxSloppyRepeats = 64;

    /// <summary>Characters of the pattern of a <see cref="Queries.WildcardQuery"/>.</summary>
    public const int MaxPatternLength = 1024;

    // A query that walks the dictionary and gathers a bit set counts as several clauses: a thousand of them would take too much memory.
    internal const int PatternClauseCount = 8;
}

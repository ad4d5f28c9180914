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
}

namespace NewsSearch.Lucene.Search;

/// <summary>A query is larger or nested deeper than <see cref="SearchLimits"/> allow. A shorter one will do.</summary>
public sealed class TooManyClausesException : ArgumentException
{
    internal TooManyClausesException(string what, int found, int limit)
        : base($"The query has {found} {what}, at most {limit} are allowed. Use a shorter query.")
    {
        Found = found;
        Limit = limit;
    }

    /// <summary>How many there are.</summary>
    public int Found { get; }

    /// <summary>How many may be.</summary>
    public int Limit { get; }
}

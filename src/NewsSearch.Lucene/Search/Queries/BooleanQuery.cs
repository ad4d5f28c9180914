using NewsSearch.Lucene.Search.Weights;

namespace NewsSearch.Lucene.Search.Queries;

/// <summary>
/// Combines queries. The score is the sum of the scores of the must and should clauses that match; there is no coordination
/// factor, as with BM25 in Lucene. Without a must, filter or should clause nothing matches.
/// </summary>
public sealed record BooleanQuery : Query
{
    private readonly BooleanClause[] _clauses;
    private readonly int _minimumShouldMatch;

    /// <exception cref="TooManyClausesException">There are more clauses or deeper levels than <see cref="SearchLimits"/> allow.</exception>
    public BooleanQuery(params IEnumerable<BooleanClause> clauses)
    {
        _clauses = [.. clauses];
        foreach (var clause in _clauses)
        {
            Depth = Math.Max(Depth, DepthAround(clause.Query));
            ClauseCount += clause.Query.ClauseCount;
        }

        if (ClauseCount > SearchLimits.MaxClauseCount) throw new TooManyClausesException("clauses", ClauseCount, SearchLimits.MaxClauseCount);
    }

    /// <summary>The parts, in the order given.</summary>
    public IReadOnlyList<BooleanClause> Clauses => _clauses;

    /// <summary>
    /// How many should clauses a document has to match; 0 leaves that to the other clauses (see <see cref="Occur.Should"/>). More
    /// than there are: nothing matches.
    /// </summary>
    public int MinimumShouldMatch
    {
        get => _minimumShouldMatch;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _minimumShouldMatch = value;
        }
    }

    internal override int ClauseCount { get; }

    internal override int Depth { get; } = 1;

    public bool Equals(BooleanQuery? other) =>
        other is not null && MinimumShouldMatch == other.MinimumShouldMatch && _clauses.AsSpan().SequenceEqual(other._clauses);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(MinimumShouldMatch);
        foreach (var clause in _clauses) hash.Add(clause);
        return hash.ToHashCode();
    }

    public override string ToString()
    {
        var clauses = $"({string.Join(' ', _clauses)})";
        return MinimumShouldMatch > 0 ? $"{clauses}~{MinimumShouldMatch}" : clauses;
    }

    internal override Weight CreateWeight(SearchContext context, bool needsScores, float boost) => new BooleanWeight(context, this, needsScores, boost);
}

using NewsSearch.Lucene.Search.Weights;

namespace NewsSearch.Lucene.Search.Queries;

/// <summary>
/// The documents of any of several queries, scored by the best of them, such as the same word in title or body: finding it in both is not worth
/// twice as much.
/// </summary>
public sealed record DisjunctionMaxQuery : Query
{
    private readonly Query[] _queries;

    /// <param name="queries">The queries; none matches nothing.</param>
    /// <exception cref="TooManyClausesException">There are more clauses or deeper levels than <see cref="SearchLimits"/> allow.</exception>
    public DisjunctionMaxQuery(params IEnumerable<Query> queries)
    {
        _queries = [.. queries];
        foreach (var query in _queries)
        {
            Depth = Math.Max(Depth, DepthAround(query));
            ClauseCount += query.ClauseCount;
        }

        if (ClauseCount > SearchLimits.MaxClauseCount) throw new TooManyClausesException("clauses", ClauseCount, SearchLimits.MaxClauseCount);
    }

    /// <summary>The queries, in the order given.</summary>
    public IReadOnlyList<Query> Queries => _queries;

    /// <summary>How much the scores of the others count that match, 0 (not at all) to 1 (as in a <see cref="BooleanQuery"/>).</summary>
    public float TieBreaker
    {
        get;
        init
        {
            if (!(value >= 0 && value <= 1)) throw new ArgumentOutOfRangeException(nameof(value), value, "A tie breaker is a number from 0 to 1.");
            field = value;
        }
    }

    internal override int ClauseCount { get; }

    internal override int Depth { get; } = 1;

    public bool Equals(DisjunctionMaxQuery? other) =>
        other is not null && TieBreaker == other.TieBreaker && _queries.AsSpan().SequenceEqual(other._queries);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(TieBreaker);
        foreach (var query in _queries) hash.Add(query);
        return hash.ToHashCode();
    }

    /// <summary>For example (title:word^2 | body:word)~0.1.</summary>
    public override string ToString()
    {
        var queries = $"({string.Join<Query>(" | ", _queries)})";
        return TieBreaker > 0 ? $"{queries}~{Describe(TieBreaker)}" : queries;
    }

    internal override Weight CreateWeight(SearchContext context, bool needsScores, float boost) =>
        new DisjunctionMaxWeight(this, [.. _queries.Select(query => query.CreateWeight(context, needsScores, boost))], needsScores);
}

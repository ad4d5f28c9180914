using NewsSearch.Lucene.Search.Weights;

namespace NewsSearch.Lucene.Search.Queries;

/// <summary>
/// The documents that match at least some of many parts; the score is the number of parts that a document matches, however rare they are. What
/// a <see cref="BooleanQuery"/> of constant scores would find and score, for so many parts that going through all of them at once pays.
/// </summary>
public sealed record CoverageQuery : Query
{
    private readonly Query[][] _parts;

    /// <param name="parts">Each is a number of queries any of which is enough.</param>
    /// <exception cref="TooManyClausesException">There are more queries or deeper levels than <see cref="SearchLimits"/> allow.</exception>
    public CoverageQuery(params IEnumerable<IReadOnlyList<Query>> parts)
    {
        _parts = [.. parts.Select(part => part.ToArray())];
        foreach (var query in _parts.SelectMany(part => part))
        {
            Depth = Math.Max(Depth, DepthAround(query));
            ClauseCount += query.ClauseCount;
        }

        if (ClauseCount > SearchLimits.MaxClauseCount) throw new TooManyClausesException("clauses", ClauseCount, SearchLimits.MaxClauseCount);
    }

    /// <summary>The parts, in the order given.</summary>
    public IReadOnlyList<IReadOnlyList<Query>> Parts => _parts;

    /// <summary>How many parts a document has to match, from 1. More than there are: nothing matches.</summary>
    public int MinimumMatch
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 1;

    internal override int ClauseCount { get; }

    internal override int Depth { get; } = 1;

    public bool Equals(CoverageQuery? other) =>
        other is not null && MinimumMatch == other.MinimumMatch && _parts.Length == other._parts.Length
        && _parts.Zip(other._parts).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(MinimumMatch);
        foreach (var query in _parts.SelectMany(part => part)) hash.Add(query);
        return hash.ToHashCode();
    }

    /// <summary>For example coverage((title:a | body:a) (body:b))~2.</summary>
    public override string ToString() =>
        $"coverage({string.Join(' ', _parts.Select(part => $"({string.Join<Query>(" | ", part)})"))})~{MinimumMatch}";

    internal override Weight CreateWeight(SearchContext context, bool needsScores, float boost) => new CoverageWeight(
        this, [.. _parts.Select(part => part.Select(query => query.CreateWeight(context, needsScores: false, 1)).ToArray())], boost, context.CancellationToken);
}

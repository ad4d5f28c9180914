using System.Text;
using NewsSearch.Lucene.Search.Weights;

namespace NewsSearch.Lucene.Search.Queries;

/// <summary>The documents that hold any of a set of terms, such as ids, each with the boost as its score. Unlike a boolean query it may have very many.</summary>
public sealed record TermSetQuery : Query
{
    private readonly SortedSet<string> _terms;

    /// <exception cref="TooManyClausesException">There are more than <see cref="SearchLimits.MaxSetSize"/>.</exception>
    public TermSetQuery(string field, params IEnumerable<string> terms)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        Field = field;
        _terms = new SortedSet<string>(terms, StringComparer.Ordinal);
        if (_terms.Count > SearchLimits.MaxSetSize) throw new TooManyClausesException("terms in a set", _terms.Count, SearchLimits.MaxSetSize);
    }

    public string Field { get; }

    /// <summary>The terms, each once.</summary>
    public IReadOnlyCollection<string> Terms => _terms;

    public bool Equals(TermSetQuery? other) => other is not null && Field == other.Field && _terms.SequenceEqual(other._terms);

    public override int GetHashCode() => HashCode.Combine(Field, _terms.Count, _terms.Min);

    public override string ToString() => $"{Field}:({string.Join(" | ", _terms)})";

    internal override Weight CreateWeight(SearchContext context, bool needsScores, float boost)
    {
        byte[][] sorted = [.. _terms.Select(Encoding.UTF8.GetBytes)];
        Array.Sort(sorted, (left, right) => left.AsSpan().SequenceCompareTo(right));
        return new TermSetWeight(context, Field, sorted, ToString(), boost);
    }
}

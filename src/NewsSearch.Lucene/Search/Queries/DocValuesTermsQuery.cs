using System.Text;
using NewsSearch.Lucene.Search.Weights;

namespace NewsSearch.Lucene.Search.Queries;

/// <summary>
/// The documents that have any of some values in a sorted or sorted-set column, each with the boost as its score. Documents
/// are looked at one by one; where the value is also indexed as a term, a <see cref="TermQuery"/> is faster.
/// </summary>
public sealed record DocValuesTermsQuery : Query
{
    private readonly SortedSet<string> _values;

    /// <param name="field">A field with sorted or sorted-set doc values; one with a column of another type throws
    /// <see cref="InvalidOperationException"/> when searched.</param>
    /// <param name="values">The values, of which one is enough.</param>
    /// <exception cref="TooManyClausesException">There are more than <see cref="SearchLimits.MaxSetSize"/>.</exception>
    public DocValuesTermsQuery(string field, params IEnumerable<string> values)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        Field = field;
        _values = new SortedSet<string>(values, StringComparer.Ordinal);
        if (_values.Count > SearchLimits.MaxSetSize) throw new TooManyClausesException("values in a set", _values.Count, SearchLimits.MaxSetSize);
    }

    public string Field { get; }

    /// <summary>The values, each once.</summary>
    public IReadOnlyCollection<string> Values => _values;

    public bool Equals(DocValuesTermsQuery? other) => other is not null && Field == other.Field && _values.SequenceEqual(other._values);

    public override int GetHashCode() => HashCode.Combine(Field, _values.Count, _values.Min);

    public override string ToString() => $"{Field}:<{string.Join(" | ", _values)}>";

    internal override Weight CreateWeight(SearchContext context, bool needsScores, float boost) =>
        new OrdinalSetWeight(context, Field, [.. _values.Select(Encoding.UTF8.GetBytes)], ToString(), boost);
}

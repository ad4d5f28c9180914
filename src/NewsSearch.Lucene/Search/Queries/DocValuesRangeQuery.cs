using NewsSearch.Lucene.Search.Weights;

namespace NewsSearch.Lucene.Search.Queries;

/// <summary>
/// The documents with a value between two bounds in a numeric column, each with the boost as its score. Documents without a value never
/// match. Values are looked at one by one, so it is at its best beside a clause that few documents match.
/// </summary>
/// <param name="Field">A field with numeric doc values; one with a column of another type throws <see cref="InvalidOperationException"/> when searched.</param>
/// <param name="Minimum">The least value that matches; null is no bound.</param>
/// <param name="Maximum">The greatest value that matches; null is no bound.</param>
public sealed record DocValuesRangeQuery(string Field, long? Minimum, long? Maximum) : Query
{
    public override string ToString() => FormattableString.Invariant($"{Field}:[{Bound(Minimum)} TO {Bound(Maximum)}]");

    internal override Weight CreateWeight(SearchContext context, bool needsScores, float boost) => Minimum > Maximum
        ? new NoDocsWeight()
        : new NumericRangeWeight(context, this, boost);

    private static string Bound(long? bound) => bound is { } value ? FormattableString.Invariant($"{value}") : "*";
}

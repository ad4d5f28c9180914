namespace NewsSearch.Lucene.Facets;

/// <summary>How many hits have which values of a column.</summary>
/// <param name="Field">The column.</param>
/// <param name="Values">The first values in the order asked for; values without hits are left out.</param>
/// <param name="ValueCount">How many different values the hits have, including those not returned.</param>
public sealed record FacetCounts(string Field, IReadOnlyList<FacetValue> Values, int ValueCount);

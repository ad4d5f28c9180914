namespace NewsSearch.Lucene.Facets;

/// <summary>A value of a facet.</summary>
/// <param name="Label">The value as text; numbers in plain decimal form.</param>
/// <param name="Count">How many hits have it; at least 1.</param>
public readonly record struct FacetValue(string Label, int Count);

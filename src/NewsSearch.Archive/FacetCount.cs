namespace NewsSearch.Archive;

/// <summary>A value and the number of articles that have it.</summary>
public readonly record struct FacetCount(string Value, int Count);

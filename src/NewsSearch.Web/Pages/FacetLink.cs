namespace NewsSearch.Web.Pages;

/// <summary>A line of a facet column.</summary>
/// <param name="Label">What it counts, as readers see it.</param>
/// <param name="Count">Number of matching articles.</param>
/// <param name="Url">Adds the filter or, where it is active, takes it away.</param>
/// <param name="IsActive">Whether the search is narrowed to it.</param>
/// <param name="Depth">Level in a hierarchy, from 0.</param>
public sealed record FacetLink(string Label, int Count, string Url, bool IsActive, int Depth = 0);

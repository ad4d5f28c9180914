namespace NewsSearch.Archive.Querying;

/// <summary>The text of a query, taken apart.</summary>
/// <param name="Root">What to search for; null if there is nothing, and then all articles are meant.</param>
/// <param name="Notes">What was not read as its writer may have meant it.</param>
internal sealed record ParsedQuery(QueryNode? Root, QueryNotes Notes);

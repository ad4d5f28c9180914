namespace NewsSearch.Archive;

/// <summary>An item of related reading that an editor chose, as it stood on the page.</summary>
/// <param name="Title">Its headline.</param>
/// <param name="Snippet">The beginning of its text, or null.</param>
/// <param name="Date">Its date as printed, month and day such as 05-22, or null.</param>
public sealed record EditorialLink(string Title, string? Snippet, string? Date);

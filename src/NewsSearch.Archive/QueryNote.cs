namespace NewsSearch.Archive;

/// <summary>Something a reader should know about how a query was read.</summary>
/// <param name="Code">For programs; it stays the same when the message is worded anew: partial-match, unclosed-quote and so on.</param>
/// <param name="Message">For readers, in Chinese.</param>
public sealed record QueryNote(string Code, string Message);

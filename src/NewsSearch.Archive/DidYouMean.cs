namespace NewsSearch.Archive;

/// <summary>A query that finds more than the one that was asked.</summary>
/// <param name="Text">The query.</param>
/// <param name="Total">Number of articles that it finds, with the same filters.</param>
/// <param name="Reason">Why it may be what the reader meant.</param>
public sealed record DidYouMean(string Text, int Total, CorrectionReason Reason);

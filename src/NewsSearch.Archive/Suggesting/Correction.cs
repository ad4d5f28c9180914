namespace NewsSearch.Archive.Suggesting;

/// <summary>What a word of a query may have been meant to be.</summary>
/// <param name="Text">The other word.</param>
/// <param name="Reason">Why.</param>
/// <param name="Weight">How likely; more is likelier.</param>
internal sealed record Correction(string Text, CorrectionReason Reason, double Weight);

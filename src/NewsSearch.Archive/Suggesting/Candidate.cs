namespace NewsSearch.Archive.Suggesting;

/// <summary>A text that may be suggested.</summary>
/// <param name="Key">By which it is the same as others.</param>
/// <param name="Text">The most frequent way to write it.</param>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Weight">How likely it is meant: its articles, less where its spelling is a rare one.</param>
internal sealed record Candidate(string Key, string Text, SuggestionKind Kind, double Weight)
{
    /// <summary>The candidates of these terms, the most likely first. A keyword that is a word of titles too is one candidate, a source another.</summary>
    public static IEnumerable<Candidate> Of(IEnumerable<(SuggestionTerm Term, double Weight)> terms) => terms
        .GroupBy(found => (Key: SuggestionKey.Of(found.Term.Text), IsSource: found.Term.Kind == SuggestionKind.Source))
        .Select(group => new Candidate(
            group.Key.Key,
            group.MaxBy(found => found.Weight).Term.Text,
            group.Max(found => found.Term.Kind),
            group.Sum(found => found.Weight)))
        .OrderByDescending(candidate => candidate.Weight)
        .ThenBy(candidate => candidate.Key, StringComparer.Ordinal);

    /// <summary>Whether the term is one of this text: a keyword and a word may be the same candidate.</summary>
    public bool Has(SuggestionTerm term) =>
        (term.Kind == SuggestionKind.Source) == (Kind == SuggestionKind.Source) && SuggestionKey.Of(term.Text) == Key;
}

using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Search.Weights;

namespace NewsSearch.Lucene.Search.Queries;

/// <summary>
/// The documents that hold any term of a pattern, each with the boost as its score (Lucene's constant score rewrite). In the pattern * stands for
/// any text, ? for any one character (Unicode code point), and \ takes the next character as it is. Time grows with the terms that share what stands
/// before the first wildcard, and with the postings of those that match.
/// </summary>
public sealed record WildcardQuery : Query
{
    /// <exception cref="TooManyClausesException">The pattern is longer than <see cref="SearchLimits.MaxPatternLength"/>.</exception>
    public WildcardQuery(Term pattern)
    {
        ArgumentException.ThrowIfNullOrEmpty(pattern.Field);
        ArgumentNullException.ThrowIfNull(pattern.Text);
        if (pattern.Text.Length > SearchLimits.MaxPatternLength)
            throw new TooManyClausesException("characters in a pattern", pattern.Text.Length, SearchLimits.MaxPatternLength);
        Pattern = pattern;
    }

    public WildcardQuery(string field, string pattern)
        : this(new Term(field, pattern))
    {
    }

    /// <summary>The field and the pattern.</summary>
    public Term Pattern { get; }

    internal override int ClauseCount => SearchLimits.PatternClauseCount;

    public override string ToString() => Pattern.ToString();

    internal override Weight CreateWeight(SearchContext context, bool needsScores, float boost) =>
        new WildcardWeight(context, Pattern, ToString(), boost);
}

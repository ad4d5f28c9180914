using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Search.Patterns;
using NewsSearch.Lucene.Search.Weights;

namespace NewsSearch.Lucene.Search.Queries;

/// <summary>
/// The documents that hold a term or one like it: one that it becomes by few edits. An edit inserts, deletes or replaces a character (Unicode code
/// point) or exchanges two neighbours. Scored as a boolean query of the nearest such terms of the index, each multiplied by 1 - edits /
/// length of the shorter of both, as Lucene's FuzzyQuery does; terms of which nothing is left unedited don't match.
/// </summary>
public sealed record FuzzyQuery : Query
{
    /// <summary>The most edits, and their default.</summary>
    public const int MaxSupportedEdits = 2;

    public FuzzyQuery(Term term)
    {
        ArgumentException.ThrowIfNullOrEmpty(term.Field);
        ArgumentNullException.ThrowIfNull(term.Text);
        Term = term;
    }

    public FuzzyQuery(string field, string text)
        : this(new Term(field, text))
    {
    }

    public Term Term { get; }

    /// <summary>How many edits at most, 0 to <see cref="MaxSupportedEdits"/>.</summary>
    public int MaxEdits
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxSupportedEdits);
            field = value;
        }
    } = MaxSupportedEdits;

    /// <summary>How many characters at the beginning have to be the same. More of them make the search faster.</summary>
    public int PrefixLength
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>How many terms of the index are searched for at most, 1 to <see cref="SearchLimits.MaxClauseCount"/>; each counts as a clause.</summary>
    public int MaxExpansions
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, SearchLimits.MaxClauseCount);
            field = value;
        }
    } = 50;

    internal override int ClauseCount => MaxExpansions;

    /// <summary>For example body:word~2.</summary>
    public override string ToString() => FormattableString.Invariant($"{Term}~{MaxEdits}");

    // Lucene compares the prefix with UTF-16 units here, and with code points where it looks at terms.
    internal override Weight CreateWeight(SearchContext context, bool needsScores, float boost) => MaxEdits == 0 || PrefixLength >= Term.Text.Length
        ? new TermWeight(context, Term, needsScores, boost)
        : FuzzyTerms.Expand(context, this).CreateWeight(context, needsScores, boost);
}

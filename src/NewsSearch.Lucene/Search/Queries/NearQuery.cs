using System.Globalization;
using NewsSearch.Lucene.Search.Weights;

namespace NewsSearch.Lucene.Search.Queries;

/// <summary>
/// The documents in which two phrases of one field stand near each other, in any order and without overlapping. It is scored by BM25 as if it
/// were a term: its frequency is the number of occurrences of the first phrase that have one of the second near them, its idf the sum of
/// those of all terms. The field must be indexed with positions; otherwise the search throws <see cref="InvalidOperationException"/>.
/// </summary>
public sealed record NearQuery : Query
{
    private readonly int _termLength = 1;

    /// <param name="first">The phrase whose occurrences are counted, without slop; one without terms is nowhere.</param>
    /// <param name="second">The other phrase, of the same field, without slop.</param>
    /// <param name="distance">The most positions between the end of one and the beginning of the other; 0 means side by side.</param>
    /// <exception cref="TooManyClausesException">There are more terms than <see cref="SearchLimits.MaxClauseCount"/>.</exception>
    public NearQuery(PhraseQuery first, PhraseQuery second, int distance)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentOutOfRangeException.ThrowIfNegative(distance);
        if (first.Field != second.Field) throw new ArgumentException($"One phrase is of field {first.Field}, the other of {second.Field}.", nameof(second));
        if (first.Slop + second.Slop > 0) throw new ArgumentException("Phrases near each other have no slop of their own.");
        PhraseChecks.RequireFewTerms(first.Terms.Count + second.Terms.Count);
        First = first;
        Second = second;
        Distance = distance;
    }

    public PhraseQuery First { get; }

    public PhraseQuery Second { get; }

    /// <summary>The most positions between the two.</summary>
    public int Distance { get; }

    /// <summary>The field of both phrases.</summary>
    public string Field => First.Field;

    /// <summary>
    /// How many positions a term takes from its own on; 1 for words, 2 for overlapping pairs of characters. It tells where a phrase ends.
    /// </summary>
    public int TermLength
    {
        get => _termLength;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _termLength = value;
        }
    }

    internal override int ClauseCount => First.ClauseCount + Second.ClauseCount;

    /// <summary>For example body:"a b" near/5 body:"c".</summary>
    public override string ToString()
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{First} near/{Distance} {Second}");
        return TermLength == 1 ? text : string.Create(CultureInfo.InvariantCulture, $"{text} (terms of {TermLength})");
    }

    internal override Weight CreateWeight(SearchContext context, bool needsScores, float boost) => First.Terms.Count == 0 || Second.Terms.Count == 0
        ? new NoDocsWeight()
        : new NearWeight(context, this, needsScores, boost);
}

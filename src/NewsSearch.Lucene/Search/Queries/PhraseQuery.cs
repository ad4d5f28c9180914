using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Search.Weights;

namespace NewsSearch.Lucene.Search.Queries;

/// <summary>
/// The documents in which terms stand at given distances from each other, exactly or nearly. It is scored by BM25 as if the phrase were a
/// term: its frequency is the number of places where it stands, its idf the sum of those of its terms, as in Lucene. The field must
/// be indexed with positions; otherwise the search throws <see cref="InvalidOperationException"/>.
/// </summary>
public sealed record PhraseQuery : Query
{
    private readonly string[] _terms;
    private readonly int[] _positions;
    private readonly int _slop;

    /// <summary>Terms one after the other.</summary>
    public PhraseQuery(string field, params IReadOnlyList<string> terms)
        : this(field, terms, [.. Enumerable.Range(0, terms.Count)])
    {
    }

    /// <param name="field">A field indexed with positions.</param>
    /// <param name="terms">The terms; none matches nothing, one is a <see cref="TermQuery"/>.</param>
    /// <param name="positions">The position of each within the phrase, from 0, ascending; gaps stand for any one token each, equal positions for
    /// terms at the same place.</param>
    /// <exception cref="TooManyClausesException">There are more terms than <see cref="SearchLimits.MaxClauseCount"/>.</exception>
    public PhraseQuery(string field, IReadOnlyList<string> terms, IReadOnlyList<int> positions)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(positions);
        PhraseChecks.RequireFewTerms(terms.Count);
        PhraseChecks.RequirePositions(terms.Count, positions);
        Field = field;
        _terms = [.. terms];
        _positions = [.. positions];
    }

    public string Field { get; }

    public IReadOnlyList<string> Terms => _terms;

    /// <summary>The position of each term within the phrase.</summary>
    public IReadOnlyList<int> Positions => _positions;

    /// <summary>
    /// How far apart, in tokens, the terms may stand from their places, all in all; 0 is the phrase exactly as it is. Two neighbours that changed
    /// places are 2 apart. An occurrence at distance d counts as 1 / (1 + d) of one.
    /// </summary>
    /// <exception cref="TooManyClausesException">With slop, more than <see cref="SearchLimits.MaxSloppyRepeats"/> of the terms are repetitions.</exception>
    public int Slop
    {
        get => _slop;
        init => _slop = PhraseChecks.RequireSlop(value, Slots);
    }

    internal override int ClauseCount => Math.Max(1, _terms.Length);

    private PhraseSlot[] Slots => [.. _terms.Select((term, i) => new PhraseSlot(_positions[i], [term]))];

    public bool Equals(PhraseQuery? other) =>
        other is not null && Field == other.Field && Slop == other.Slop
        && _terms.AsSpan().SequenceEqual(other._terms) && _positions.AsSpan().SequenceEqual(other._positions);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Field);
        hash.Add(Slop);
        foreach (var term in _terms) hash.Add(term);
        foreach (var position in _positions) hash.Add(position);
        return hash.ToHashCode();
    }

    /// <summary>For example title:"a ? b", with a question mark for each gap.</summary>
    public override string ToString() => PhraseText.Describe(Field, Slots, Slop);

    internal override Weight CreateWeight(SearchContext context, bool needsScores, float boost) => _terms.Length switch
    {
        0 => new NoDocsWeight(),
        1 => new TermWeight(context, new Term(Field, _terms[0]), needsScores, boost),
        _ => new PhraseWeight(context, Field, Slots, Slop, ToString(), needsScores, boost),
    };
}

using NewsSearch.Lucene.Documents;
using NewsSearch.Lucene.Search.Weights;

namespace NewsSearch.Lucene.Search.Queries;

/// <summary>
/// The documents in which terms stand exactly at given distances from each other. It is scored by BM25 as if the phrase were a
/// term: its frequency is the number of places where it stands, its idf the sum of those of its terms, as in Lucene. The field must
/// be indexed with positions; otherwise the search throws <see cref="InvalidOperationException"/>.
/// </summary>
public sealed record PhraseQuery : Query
{
    private readonly string[] _terms;
    private readonly int[] _positions;

    /// <summary>Terms one after the other.</summary>
    public PhraseQuery(string field, params IReadOnlyList<string> terms)
        : this(field, terms, [.. Enumerable.Range(0, terms.Count)])
    {
    }

    /// <param name="field">A field indexed with positions.</param>
    /// <param name="terms">The terms; none matches nothing, one is a <see cref="TermQuery"/>.</param>
    /// <param name="positions">The position of each within the phrase, ascending; gaps stand for any one token each, equal positions for
    /// terms at the same place.</param>
    /// <exception cref="TooManyClausesException">There are more terms than <see cref="SearchLimits.MaxClauseCount"/>.</exception>
    public PhraseQuery(string field, IReadOnlyList<string> terms, IReadOnlyList<int> positions)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(positions);
        if (terms.Count != positions.Count)
            throw new ArgumentException($"There are {terms.Count} terms and {positions.Count} positions; each term has one.", nameof(positions));
        if (terms.Count > SearchLimits.MaxClauseCount)
            throw new TooManyClausesException("terms in a phrase", terms.Count, SearchLimits.MaxClauseCount);
        Field = field;
        _terms = [.. terms];
        _positions = [.. positions];
        for (var i = 1; i < _positions.Length; i++)
        {
            if (_positions[i] < _positions[i - 1])
                throw new ArgumentException($"Position {_positions[i]} comes after {_positions[i - 1]}; they must ascend.", nameof(positions));
        }
    }

    public string Field { get; }

    public IReadOnlyList<string> Terms => _terms;

    /// <summary>The position of each term within the phrase.</summary>
    public IReadOnlyList<int> Positions => _positions;

    internal override int ClauseCount => Math.Max(1, _terms.Length);

    public bool Equals(PhraseQuery? other) =>
        other is not null && Field == other.Field && _terms.AsSpan().SequenceEqual(other._terms) && _positions.AsSpan().SequenceEqual(other._positions);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Field);
        foreach (var term in _terms) hash.Add(term);
        foreach (var position in _positions) hash.Add(position);
        return hash.ToHashCode();
    }

    /// <summary>For example title:"a ? b", with a question mark for each gap.</summary>
    public override string ToString()
    {
        var words = new List<string>();
        for (var i = 0; i < _terms.Length; i++)
        {
            var gap = i == 0 ? 0 : Math.Min(_positions[i] - _positions[i - 1] - 1, SearchLimits.MaxClauseCount);
            for (; gap > 0; gap--) words.Add("?");
            words.Add(_terms[i]);
        }

        return $"{Field}:\"{string.Join(' ', words)}\"";
    }

    internal override Weight CreateWeight(SearchContext context, bool needsScores, float boost) => _terms.Length switch
    {
        0 => new NoDocsWeight(),
        1 => new TermWeight(context, new Term(Field, _terms[0]), needsScores, boost),
        _ => new PhraseWeight(context, this, needsScores, boost),
    };
}

using NewsSearch.Lucene.Search.Weights;

namespace NewsSearch.Lucene.Search.Queries;

/// <summary>
/// A <see cref="PhraseQuery"/> with several terms to choose from at each place. Its idf is the sum of those of all its terms, as in Lucene.
/// </summary>
public sealed record MultiPhraseQuery : Query
{
    private readonly PhraseSlot[] _slots;
    private readonly int _slop;

    /// <summary>Places one after the other.</summary>
    public MultiPhraseQuery(string field, params IReadOnlyList<IReadOnlyList<string>> terms)
        : this(field, terms, [.. Enumerable.Range(0, terms.Count)])
    {
    }

    /// <param name="field">A field indexed with positions.</param>
    /// <param name="terms">For each place the terms of which one has to stand there, at least one. No place at all matches nothing; a single one is a
    /// boolean query.</param>
    /// <param name="positions">The position of each place within the phrase, from 0, ascending.</param>
    /// <exception cref="TooManyClausesException">There are more terms than <see cref="SearchLimits.MaxClauseCount"/>.</exception>
    public MultiPhraseQuery(string field, IReadOnlyList<IReadOnlyList<string>> terms, IReadOnlyList<int> positions)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(positions);
        PhraseChecks.RequirePositions(terms.Count, positions);
        Field = field;
        _slots = [.. terms.Select((alternatives, i) => new PhraseSlot(positions[i], [.. alternatives.Distinct()]))];
        if (_slots.Any(slot => slot.Terms.Length == 0)) throw new ArgumentException("Each place of a phrase needs a term.", nameof(terms));
        TermCount = _slots.Sum(slot => slot.Terms.Length);
        PhraseChecks.RequireFewTerms(TermCount);
    }

    public string Field { get; }

    /// <summary>The terms of each place, each once.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Terms => [.. _slots.Select(slot => slot.Terms)];

    /// <summary>The position of each place within the phrase.</summary>
    public IReadOnlyList<int> Positions => [.. _slots.Select(slot => slot.Position)];

    /// <summary>As <see cref="PhraseQuery.Slop"/>.</summary>
    /// <exception cref="TooManyClausesException">With slop, more than <see cref="SearchLimits.MaxSloppyRepeats"/> places hold a term that another place holds too.</exception>
    public int Slop
    {
        get => _slop;
        init => _slop = PhraseChecks.RequireSlop(value, _slots);
    }

    internal override int ClauseCount => Math.Max(1, TermCount);

    private int TermCount { get; }

    public bool Equals(MultiPhraseQuery? other)
    {
        if (other is null || Field != other.Field || Slop != other.Slop || _slots.Length != other._slots.Length) return false;
        for (var i = 0; i < _slots.Length; i++)
            if (_slots[i].Position != other._slots[i].Position || !_slots[i].Terms.AsSpan().SequenceEqual(other._slots[i].Terms)) return false;
        return true;
    }

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Field);
        hash.Add(Slop);
        foreach (var slot in _slots)
        {
            hash.Add(slot.Position);
            foreach (var term in slot.Terms) hash.Add(term);
        }

        return hash.ToHashCode();
    }

    /// <summary>For example title:"a (b | c)".</summary>
    public override string ToString() => PhraseText.Describe(Field, _slots, Slop);

    internal override Weight CreateWeight(SearchContext context, bool needsScores, float boost) => _slots.Length switch
    {
        0 => new NoDocsWeight(),
        1 => AnyTerm().CreateWeight(context, needsScores, boost),
        _ => new PhraseWeight(context, Field, _slots, Slop, ToString(), needsScores, boost),
    };

    private BooleanQuery AnyTerm() => new(_slots[0].Terms.Select(term => BooleanClause.Should(new TermQuery(Field, term))));
}

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>
/// The documents in which terms stand near enough to their places in a phrase. Each smallest stretch that holds them all counts 1 / (1 + d),
/// where d is its width: the latest minus the earliest beginning of the phrase that its occurrences propose.
/// </summary>
/// <remarks>
/// Which stretches are counted, and in which order repeated terms are placed, is defined by what Lucene 4's sloppy phrases do:
/// scores agree with it.
/// </remarks>
internal sealed class SloppyPhraseScorer : PositionsScorer
{
    private readonly SloppyPositions _positions;
    private readonly int _slop;
    private readonly bool _needsFreq;
    private float _freq;

    /// <param name="positions">None moved yet.</param>
    /// <param name="slop">The greatest width that counts.</param>
    /// <param name="similarity">Scores the phrase as if it were a term.</param>
    /// <param name="needsFreq">Whether all occurrences are to be counted; otherwise the first one of a document is enough.</param>
    /// <param name="cancellationToken">Ends long verifications.</param>
    public SloppyPhraseScorer(SloppyPositions positions, int slop, Bm25Scorer similarity, bool needsFreq, CancellationToken cancellationToken)
        : base(new ConjunctionIterator(positions.All.Select(position => position.Postings)), similarity, cancellationToken)
    {
        _positions = positions;
        _slop = slop;
        _needsFreq = needsFreq;
    }

    public override float PhraseFreq => _freq;

    public override bool Matches()
    {
        _freq = 0;
        if (!_positions.MoveToFirst()) return false;
        while (CountNext() && (_needsFreq || _freq == 0))
        {
        }

        return _freq > 0;
    }

    // Moves the place with the earliest beginning as far as it stays the earliest, and counts the stretch from there. False at the end.
    private bool CountNext()
    {
        var earliest = _positions.Take();
        var next = _positions.EarliestStart;
        var width = _positions.End - earliest.Start;
        while (true)
        {
            var hasMore = _positions.Advance(earliest);
            if (hasMore && earliest.Start <= next)
            {
                width = Math.Min(width, _positions.End - earliest.Start);
                continue;
            }

            if (width <= _slop) _freq += 1f / (width + 1);
            if (hasMore) _positions.PutBack(earliest);
            return hasMore;
        }
    }
}

using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>
/// The documents in which all terms stand at their distances, scored by how often they do. Documents that hold all terms are
/// candidates; positions are only read for these.
/// </summary>
internal sealed class PhraseScorer : PositionsScorer
{
    private readonly PhraseOccurrences _occurrences;
    private readonly bool _needsFreq;

    /// <param name="positions">At least two; none moved yet.</param>
    /// <param name="similarity">Scores the phrase as if it were a term.</param>
    /// <param name="needsFreq">Whether all occurrences are to be counted; otherwise the first one of a document is enough.</param>
    /// <param name="cancellationToken">Ends long verifications.</param>
    public PhraseScorer(PhrasePosition[] positions, Bm25Scorer similarity, bool needsFreq, CancellationToken cancellationToken)
        : base(new ConjunctionIterator(positions.Select(position => position.Postings)), similarity, cancellationToken)
    {
        _occurrences = new PhraseOccurrences(positions);
        _needsFreq = needsFreq;
    }

    /// <summary>How often the current document holds the phrase; 1 at most if the scorer was made without scores.</summary>
    public int Freq { get; private set; }

    public override float PhraseFreq => Freq;

    public override bool Matches()
    {
        Freq = 0;
        for (var isThere = _occurrences.MoveToFirst(); isThere; isThere = _occurrences.MoveNext())
        {
            Freq++;
            if (!_needsFreq) break;
        }

        return Freq > 0;
    }
}

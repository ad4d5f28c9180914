using System.Runtime.InteropServices;
using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>
/// The documents in which all terms stand at their distances, scored by how often they do. Documents that hold all terms are
/// candidates; positions are only read for these.
/// </summary>
internal sealed class PhraseScorer : PositionsScorer
{
    /// <summary>Documents in which no term occurs more often are verified all occurrences at once; others step by step, in bounded memory.</summary>
    internal const int MostAtOnce = 1024;

    private readonly PhrasePosition[] _positions;
    private readonly PhraseOccurrences _occurrences;
    private readonly int _mostAtOnce;
    private readonly bool _needsFreq;
    private readonly PhraseBatches? _batches;
    private float _minCompetitiveScore;

    /// <param name="positions">At least two; none moved yet.</param>
    /// <param name="similarity">Scores the phrase as if it were a term.</param>
    /// <param name="needsFreq">Whether all occurrences are to be counted; otherwise the first one of a document is enough.</param>
    /// <param name="cancellationToken">Ends long verifications.</param>
    /// <param name="mostAtOnce">Other than <see cref="MostAtOnce"/>; 0 verifies everything step by step.</param>
    public PhraseScorer(
        PhrasePosition[] positions, Bm25Scorer similarity, bool needsFreq, CancellationToken cancellationToken, int mostAtOnce = MostAtOnce)
        : base(new ConjunctionIterator(positions.Select(position => position.Postings)), similarity, cancellationToken)
    {
        // The rarest term proposes where the phrase begins, so that the others are passed over in the fewest steps.
        _positions = [.. positions.OrderBy(position => position.Postings.Cost)];
        _occurrences = new PhraseOccurrences(_positions);
        _needsFreq = needsFreq;
        _mostAtOnce = mostAtOnce;
        _batches = PhraseBatches.TryCreate(_positions, _occurrences, similarity, cancellationToken);
    }

    /// <summary>How often the current document holds the phrase; 1 at most if the scorer was made without scores.</summary>
    public int Freq { get; private set; }

    public override float PhraseFreq => Freq;

    // Candidates need not be verified one by one where batches are.
    public override void BeginBatches()
    {
        if (_batches is null) NextDoc();
        else Approximation.NextDoc();
    }

    public override void SetMinCompetitiveScore(float score) => _minCompetitiveScore = score;

    public override int TakeBatch(Span<int> docIds, Span<float> scores, int limit)
    {
        if (_batches is null) return base.TakeBatch(docIds, scores, limit);
        if (scores.IsEmpty) return _batches.Take(docIds, [], limit, _minCompetitiveScore);

        // The frequencies stand where their scores will: both have four bytes.
        var freqs = MemoryMarshal.Cast<float, int>(scores);
        var count = _batches.Take(docIds, freqs, limit, _minCompetitiveScore);
        ScoreAll(docIds[..count], freqs[..count], scores[..count]);
        return count;
    }

    public override bool Matches()
    {
        foreach (var position in _positions)
            if (position.Postings.Freq > _mostAtOnce) return MatchesStepByStep();

        // A term whose occurrences nobody needs any more stays unread.
        var starts = _positions[0].ReadStarts();
        for (var i = 1; i < _positions.Length && !starts.IsEmpty; i++) starts = starts[..Intersect(starts, _positions[i].ReadStarts())];
        Freq = _needsFreq ? starts.Length : Math.Min(1, starts.Length);
        return Freq > 0;
    }

    /// <summary>Keeps, at the front, those of ascending numbers that others have too.</summary>
    /// <returns>How many they are.</returns>
    private static int Intersect(Span<int> starts, ReadOnlySpan<int> others)
    {
        var (kept, at) = (0, 0);
        foreach (var start in starts)
        {
            while (at < others.Length && others[at] < start) at++;
            if (at == others.Length) break;
            if (others[at] == start) starts[kept++] = start;
        }

        return kept;
    }

    private bool MatchesStepByStep()
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

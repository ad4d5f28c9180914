using System.Runtime.CompilerServices;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>The documents that any of several scorers matches; the score is that of the best one, plus a share of those of the others.</summary>
/// <param name="scorers">At least one, none moved yet.</param>
/// <param name="tieBreaker">The share, 0 to 1.</param>
internal sealed class DisjunctionMaxScorer(Scorer[] scorers, float tieBreaker) : UnionScorer(scorers, 1)
{
    private readonly Scorer[] _scorers = scorers;
    private DisjunctionWindow? _window;

    public override int DocId => _window?.DocId ?? base.DocId;

    // With a share of the others it may be more than the best one can give, but never more than all together.
    public override float MaxScore =>
        tieBreaker > 0 ? ScoreBound.Above(_scorers.Sum(scorer => (double)scorer.MaxScore)) : _scorers.Max(scorer => scorer.MaxScore);

    public override void SetMinExactScore(float score)
    {
        if (tieBreaker > 0) return;
        foreach (var scorer in _scorers) scorer.SetMinExactScore(score);
    }

    // The sum is in double precision, so that it does not depend on the order of its parts.
    public override float Score()
    {
        var best = 0f;
        var sum = 0d;
        for (var i = Heap.FindAtTop() - 1; i >= 0; i--)
        {
            var score = Heap.AtTop(i).Score();
            best = Math.Max(best, score);
            sum += score;
        }

        return (float)(best + (sum - best) * tieBreaker);
    }

    // A window keeps one number a document, which the best and the sum of all are not.
    public override void BeginBatches()
    {
        if (tieBreaker > 0)
        {
            NextDoc();
            return;
        }

        foreach (var scorer in _scorers) scorer.BeginBatches();
        _window = new DisjunctionWindow(_scorers, minimumMatch: 1, takesBest: true);
    }

    public override int TakeBatch(Span<int> docIds, Span<float> scores, int limit) =>
        _window?.Take(docIds, scores, limit) ?? base.TakeBatch(docIds, scores, limit);

    [SkipLocalsInit]
    public override void Probe(ReadOnlySpan<int> docIds, Span<bool> matches, Span<float> scores)
    {
        Span<bool> partMatches = stackalloc bool[BatchSize];
        Span<float> partScores = stackalloc float[BatchSize];
        Span<double> sums = stackalloc double[BatchSize];
        sums[..docIds.Length].Clear();
        matches.Clear();
        scores.Clear();
        foreach (var scorer in _scorers)
        {
            scorer.Probe(docIds, partMatches[..docIds.Length], scores.IsEmpty ? [] : partScores[..docIds.Length]);
            for (var i = 0; i < docIds.Length; i++) matches[i] |= partMatches[i];
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] = Math.Max(scores[i], partScores[i]);
                sums[i] += partScores[i];
            }
        }

        for (var i = 0; i < scores.Length; i++) scores[i] = (float)(scores[i] + (sums[i] - scores[i]) * tieBreaker);
    }
}

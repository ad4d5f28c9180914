using System.Runtime.CompilerServices;
using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>The documents that match at least some of several scorers; the score is the sum over those that match.</summary>
/// <param name="scorers">At least one, none moved yet.</param>
/// <param name="minimumMatch">How many of them a document has to match, from 1.</param>
/// <param name="maxDoc">Documents of the segment, if they matter: only where scores are needed.</param>
internal sealed class DisjunctionScorer(Scorer[] scorers, int minimumMatch, int maxDoc = DocIdSetIterator.NoMoreDocs) : UnionScorer(scorers, minimumMatch)
{
    private readonly Scorer[] _scorers = scorers;
    private readonly int _minimumMatch = minimumMatch;
    private DisjunctionWindow? _window;
    private MaxScoreDisjunction? _competitive;
    private float _minCompetitiveScore;

    public override int DocId => _competitive?.DocId ?? _window?.DocId ?? base.DocId;

    public override float MaxScore => ScoreBound.Above(_scorers.Sum(scorer => (double)scorer.MaxScore));

    /// <summary>The scorers whose scores are added up; they are the union's alone.</summary>
    public IReadOnlyList<Scorer> Parts => _scorers;

    /// <summary>How many of them a document has to match.</summary>
    public int MinimumMatch => _minimumMatch;

    // A sum in double precision does not depend on the order of its parts, as long as it has not more than some thousand of them.
    public override float Score()
    {
        var sum = 0d;
        for (var i = Heap.FindAtTop() - 1; i >= 0; i--) sum += Heap.AtTop(i).Score();
        return (float)sum;
    }

    public override void SetMinCompetitiveScore(float score)
    {
        _minCompetitiveScore = score;
        _competitive?.SetMinCompetitiveScore(score);
    }

    public override int NextDoc()
    {
        if (DocId < 0 && CanBeCompetitive()) BeginCompetitive();
        return _competitive?.NextDoc() ?? base.NextDoc();
    }

    public override void BeginBatches()
    {
        if (CanBeCompetitive())
        {
            NextDoc();
            return;
        }

        foreach (var scorer in _scorers) scorer.BeginBatches();
        _window = new DisjunctionWindow(_scorers, _minimumMatch);
    }

    public override int TakeBatch(Span<int> docIds, Span<float> scores, int limit)
    {
        if (_competitive is null && _window is not { IsDrained: false } && CanBeCompetitive()) BeginCompetitive();
        return _competitive is null ? _window!.Take(docIds, scores, limit) : TakeCompetitive(docIds, scores, limit);
    }

    [SkipLocalsInit]
    public override void Probe(ReadOnlySpan<int> docIds, Span<bool> matches, Span<float> scores)
    {
        Span<bool> partMatches = stackalloc bool[BatchSize];
        Span<float> partScores = stackalloc float[BatchSize];
        Span<int> counts = stackalloc int[BatchSize];
        Span<double> sums = stackalloc double[BatchSize];
        counts[..docIds.Length].Clear();
        sums[..docIds.Length].Clear();
        foreach (var scorer in _scorers)
        {
            scorer.Probe(docIds, partMatches[..docIds.Length], scores.IsEmpty ? [] : partScores[..docIds.Length]);
            for (var i = 0; i < docIds.Length; i++) counts[i] += partMatches[i] ? 1 : 0;
            for (var i = 0; i < scores.Length; i++) sums[i] += partScores[i];
        }

        for (var i = 0; i < docIds.Length; i++) matches[i] = counts[i] >= _minimumMatch;
        for (var i = 0; i < scores.Length; i++) scores[i] = matches[i] ? (float)sums[i] : 0;
    }

    [SkipLocalsInit]
    private int TakeCompetitive(Span<int> docIds, Span<float> scores, int limit)
    {
        Span<double> sums = stackalloc double[BatchSize];
        var count = _competitive!.Take(docIds[..Math.Min(docIds.Length, BatchSize)], sums, limit);
        for (var i = 0; i < count && !scores.IsEmpty; i++) scores[i] = (float)sums[i];
        return count;
    }

    /// <summary>Whether the scorers are all terms, and something is not competitive: others can't be stepped through once they gave batches.</summary>
    private bool CanBeCompetitive() =>
        _minCompetitiveScore > 0 && _minimumMatch == 1 && DocId != NoMoreDocs && Array.TrueForAll(_scorers, scorer => scorer is TermScorer);

    private void BeginCompetitive()
    {
        _competitive = new MaxScoreDisjunction(Array.ConvertAll(_scorers, scorer => (TermScorer)scorer), DocId, maxDoc);
        _competitive.SetMinCompetitiveScore(_minCompetitiveScore);
        _window?.End();
    }
}

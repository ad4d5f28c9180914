using System.Runtime.CompilerServices;
using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>The documents of another scorer, with their scores multiplied.</summary>
internal sealed class FunctionScorer(Scorer inner, ScoreFactors factors) : Scorer
{
    private double _minExactScore;

    public override int DocId => inner.DocId;

    public override long Cost => inner.Cost;

    public override float MaxScore => double.IsFinite(factors.Most) ? ScoreBound.Above(inner.MaxScore * factors.Most) : float.PositiveInfinity;

    public override DocIdSetIterator Approximation => inner.IsTwoPhase ? inner.Approximation : this;

    public override bool Matches() => inner.Matches();

    public override int NextDoc() => inner.NextDoc();

    public override int Advance(int target) => inner.Advance(target);

    public override float Score() => factors.Apply(inner.DocId, inner.Score());

    public override void SetMinExactScore(float score)
    {
        _minExactScore = ScoreBound.Below(score);
        inner.SetMinExactScore((float)ScoreBound.Below(_minExactScore / factors.Most));
    }

    public override void BeginBatches() => inner.BeginBatches();

    [SkipLocalsInit]
    public override int TakeBatch(Span<int> docIds, Span<float> scores, int limit)
    {
        docIds = docIds[..Math.Min(docIds.Length, BatchSize)];
        if (!scores.IsEmpty) scores = scores[..docIds.Length];
        var count = inner.TakeBatch(docIds, scores, limit);
        if (!scores.IsEmpty) Multiply(docIds[..count], scores[..count]);
        return count;
    }

    public override void Probe(ReadOnlySpan<int> docIds, Span<bool> matches, Span<float> scores)
    {
        inner.Probe(docIds, matches, scores);
        if (!scores.IsEmpty) factors.ApplyAll(docIds, scores);
    }

    /// <summary>Multiplies the scores that have to be exact.</summary>
    [SkipLocalsInit]
    private void Multiply(ReadOnlySpan<int> docIds, Span<float> scores)
    {
        Span<int> wanted = stackalloc int[BatchSize];
        Span<byte> places = stackalloc byte[BatchSize];
        Span<float> products = stackalloc float[BatchSize];
        var most = Math.Max(1, factors.Most);
        var count = 0;
        for (var i = 0; i < docIds.Length; i++)
        {
            wanted[count] = docIds[i];
            products[count] = scores[i];
            places[count] = (byte)i;
            count += scores[i] * most >= _minExactScore ? 1 : 0;
        }

        factors.ApplyAll(wanted[..count], products[..count]);
        for (var i = 0; i < count; i++) scores[places[i]] = products[i];
    }
}

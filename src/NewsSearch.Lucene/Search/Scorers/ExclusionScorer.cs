using System.Runtime.CompilerServices;
using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>The documents of one scorer that another does not match.</summary>
internal sealed class ExclusionScorer(Scorer required, Scorer excluded, CancellationToken cancellationToken)
    : TwoPhaseScorer(required.Approximation, cancellationToken)
{
    private readonly DocIdSetIterator _excluded = excluded.Approximation;
    private bool _isInBatches;

    public override int DocId => _isInBatches ? required.DocId : base.DocId;

    public override float MaxScore => required.MaxScore;

    public override void SetMinCompetitiveScore(float score) => required.SetMinCompetitiveScore(score);

    public override void SetMinExactScore(float score) => required.SetMinExactScore(score);

    public override bool Matches() => required.Matches() && !IsExcluded(DocId);

    public override float Score() => required.Score();

    public override void BeginBatches()
    {
        _isInBatches = true;
        required.BeginBatches();
    }

    [SkipLocalsInit]
    public override int TakeBatch(Span<int> docIds, Span<float> scores, int limit)
    {
        docIds = docIds[..Math.Min(docIds.Length, BatchSize)];
        var taken = required.TakeBatch(docIds, scores.IsEmpty ? [] : scores[..docIds.Length], limit);
        if (taken == 0) return 0;
        Span<bool> areExcluded = stackalloc bool[BatchSize];
        excluded.Probe(docIds[..taken], areExcluded[..taken], []);
        var kept = 0;
        for (var i = 0; i < taken; i++)
        {
            if (areExcluded[i]) continue;
            docIds[kept] = docIds[i];
            if (!scores.IsEmpty) scores[kept] = scores[i];
            kept++;
        }

        return kept;
    }

    [SkipLocalsInit]
    public override void Probe(ReadOnlySpan<int> docIds, Span<bool> matches, Span<float> scores)
    {
        Span<bool> areExcluded = stackalloc bool[BatchSize];
        required.Probe(docIds, matches, scores);
        excluded.Probe(docIds, areExcluded[..docIds.Length], []);
        for (var i = 0; i < docIds.Length; i++)
        {
            matches[i] &= !areExcluded[i];
            if (!scores.IsEmpty && !matches[i]) scores[i] = 0;
        }
    }

    private bool IsExcluded(int docId)
    {
        var at = _excluded.DocId < docId ? _excluded.Advance(docId) : _excluded.DocId;
        return at == docId && excluded.Matches();
    }
}

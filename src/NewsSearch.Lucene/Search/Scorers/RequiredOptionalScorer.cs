using System.Runtime.CompilerServices;
using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>The documents of one scorer; another, if there is one, adds to the score of those that it matches too.</summary>
/// <param name="required">Not moved yet.</param>
/// <param name="createOptional">Creates the other when it is first needed; null says that there is none.</param>
/// <param name="maxDoc">Documents of the segment.</param>
internal sealed class RequiredOptionalScorer(Scorer required, Func<Scorer?> createOptional, int maxDoc) : Scorer
{
    private readonly float _mostRequired = required.MaxScore;
    private Scorer? _optional;
    private OptionalScores? _scores;
    private bool _isCreated;
    private float _minExactScore;

    public override int DocId => required.DocId;

    public override long Cost => required.Cost;

    public override float MaxScore => ScoreBound.Above(_mostRequired + (Scores()?.MaxScore ?? 0));

    public override DocIdSetIterator Approximation => required.IsTwoPhase ? required.Approximation : this;

    public override bool Matches() => required.Matches();

    public override int NextDoc() => required.NextDoc();

    public override int Advance(int target) => required.Advance(target);

    public override float Score()
    {
        var docId = required.DocId;
        var score = required.Score();
        if (Optional() is not { } optional) return score;
        var at = optional.DocId < docId ? optional.Advance(docId) : optional.DocId;
        return at == docId ? score + optional.Score() : score;
    }

    public override void SetMinExactScore(float score)
    {
        _minExactScore = score;
        if (score > 0 && _mostRequired > 0) required.SetMinExactScore((float)(ScoreBound.Below(score) - (Scores()?.MaxScore ?? 0)));
    }

    public override void BeginBatches() => required.BeginBatches();

    public override int TakeBatch(Span<int> docIds, Span<float> scores, int limit)
    {
        if (scores.IsEmpty) return required.TakeBatch(docIds, scores, limit);
        docIds = docIds[..Math.Min(docIds.Length, BatchSize)];
        var count = required.TakeBatch(docIds, scores[..docIds.Length], limit);
        if (count > 0) Scores()?.AddTo(docIds[..count], scores[..count], _mostRequired, _minExactScore);
        if (required.DocId == NoMoreDocs) _scores?.End();
        return count;
    }

    public override void Probe(ReadOnlySpan<int> docIds, Span<bool> matches, Span<float> scores)
    {
        required.Probe(docIds, matches, scores);
        if (!scores.IsEmpty) AddOptionalOf(docIds, matches, scores);
    }

    /// <summary>Adds to the scores of those of the documents that match.</summary>
    [SkipLocalsInit]
    private void AddOptionalOf(ReadOnlySpan<int> docIds, ReadOnlySpan<bool> matches, Span<float> scores)
    {
        Span<int> found = stackalloc int[BatchSize];
        Span<float> parts = stackalloc float[BatchSize];
        var count = 0;
        for (var i = 0; i < docIds.Length; i++)
        {
            if (!matches[i]) continue;
            found[count] = docIds[i];
            parts[count++] = scores[i];
        }

        if (count > 0) Scores()?.AddTo(found[..count], parts[..count], _mostRequired, minExactScore: 0);
        for (var i = docIds.Length - 1; i >= 0; i--)
            if (matches[i]) scores[i] = parts[--count];
    }

    private Scorer? Optional()
    {
        if (!_isCreated) _optional = createOptional();
        _isCreated = true;
        return _optional;
    }

    private OptionalScores? Scores() => _scores ??= Optional() is { } optional ? new OptionalScores(optional, required.Cost, maxDoc) : null;
}

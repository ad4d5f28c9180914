using NewsSearch.Lucene.Reading;

namespace NewsSearch.Lucene.Search.Collectors;

/// <summary>Keeps the hits with the highest scores.</summary>
internal sealed class TopScoreCollector(int size, bool countsHits) : TopCollector
{
    private readonly TopHeap _top = new(size);
    private int _docBase;

    // A score has to be above this to get in: where hits come in the order of their numbers, equal scores lose.
    private float _threshold = float.NegativeInfinity;

    public override bool NeedsScores => true;

    public override float MinCompetitiveScore => countsHits ? float.NegativeInfinity : MathF.BitIncrement(_threshold);

    public override float MinExactScore => MathF.BitIncrement(_threshold);

    public override bool TakesBestOnly => !countsHits;

    public override void BeginSegment(SegmentReader segment) => _docBase = segment.DocBase;

    public override void Collect(ReadOnlySpan<int> docIds, ReadOnlySpan<float> scores)
    {
        TotalHits += docIds.Length;
        if (size == 0) return;
        for (var i = 0; i < docIds.Length; i++)
            if (scores[i] > _threshold) Add(docIds[i], scores[i]);
    }

    public override ScoreDoc[] Finish() => Array.ConvertAll(_top.Drain(), entry => new ScoreDoc(entry.DocId, ScoreOf(entry.Key)));

    private void Add(int docId, float score)
    {
        _top.Add(KeyOf(score), _docBase + docId);
        if (!_top.IsFull) return;
        var worst = ScoreOf(_top.WorstKey);
        _threshold = TakesBestOnly ? MathF.BitDecrement(worst) : worst;
    }

    // The bits of floats that are not negative have the order of the floats.
    private static long KeyOf(float score) => BitConverter.SingleToInt32Bits(score);

    private static float ScoreOf(long key) => BitConverter.Int32BitsToSingle((int)key);
}

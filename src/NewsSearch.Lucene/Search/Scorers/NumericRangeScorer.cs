using System.Runtime.CompilerServices;
using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>Those of some documents whose value in a numeric column lies between two bounds, both included.</summary>
internal sealed class NumericRangeScorer(
    DocIdSetIterator docsWithField, NumericDocValues values, long minimum, long maximum, CancellationToken cancellationToken)
    : TwoPhaseScorer(docsWithField, cancellationToken)
{
    public override bool Matches()
    {
        var value = values.Get(DocId);
        return value >= minimum && value <= maximum;
    }

    public override float Score() => 0;

    public override float MaxScore => 0;

    [SkipLocalsInit]
    public override void Probe(ReadOnlySpan<int> docIds, Span<bool> matches, Span<float> scores)
    {
        Span<long> found = stackalloc long[BatchSize];
        values.GetAll(docIds, found[..docIds.Length]);
        for (var i = 0; i < docIds.Length; i++)
        {
            if (Approximation.DocId < docIds[i]) Approximation.Advance(docIds[i]);
            matches[i] = Approximation.DocId == docIds[i] && found[i] >= minimum && found[i] <= maximum;
        }

        scores.Clear();
    }
}

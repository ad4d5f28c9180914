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
}

using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>Those of some documents that have any of a set of values in a column of distinct values.</summary>
/// <param name="candidates">The documents to look at.</param>
/// <param name="values">The column.</param>
/// <param name="wanted">A set bit for the ordinal of each value that matches.</param>
/// <param name="cancellationToken">Ends long verifications.</param>
internal sealed class OrdinalSetScorer(DocIdSetIterator candidates, SortedSetDocValues values, BitSet wanted, CancellationToken cancellationToken)
    : TwoPhaseScorer(candidates, cancellationToken)
{
    public override bool Matches()
    {
        values.SetDocument(DocId);
        for (var ord = values.NextOrd(); ord >= 0; ord = values.NextOrd())
            if (wanted[(int)ord]) return true;
        return false;
    }

    public override float Score() => 0;

    public override float MaxScore => 0;
}

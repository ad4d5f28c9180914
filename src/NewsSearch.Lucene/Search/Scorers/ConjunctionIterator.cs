using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>The documents that all of several iterators have. The rarest leads, the others are only advanced to its documents.</summary>
internal sealed class ConjunctionIterator : DocIdSetIterator
{
    private readonly DocIdSetIterator _lead;
    private readonly DocIdSetIterator[] _others;

    /// <param name="iterators">At least one, none moved yet.</param>
    public ConjunctionIterator(IEnumerable<DocIdSetIterator> iterators)
    {
        DocIdSetIterator[] byCost = [.. iterators.OrderBy(iterator => iterator.Cost)];
        _lead = byCost[0];
        _others = byCost[1..];
    }

    public override int DocId => _lead.DocId;

    public override long Cost => _lead.Cost;

    public override int NextDoc() => Align(_lead.NextDoc());

    public override int Advance(int target) => Align(_lead.Advance(target));

    private int Align(int docId)
    {
        while (docId != NoMoreDocs)
        {
            var reached = AdvanceOthers(docId);
            if (reached == docId) break;
            docId = _lead.Advance(reached);
        }

        return docId;
    }

    // Returns the document if all others have it, else the first greater one that one of them has.
    private int AdvanceOthers(int docId)
    {
        foreach (var other in _others)
        {
            if (other.DocId >= docId) continue;
            var reached = other.Advance(docId);
            if (reached != docId) return reached;
        }

        return docId;
    }
}

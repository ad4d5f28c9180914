using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Packing;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>The documents whose bit is set.</summary>
internal sealed class BitSetIterator(BitSet bits, long cost) : DocIdSetIterator
{
    private int _docId = -1;

    public override int DocId => _docId;

    public override long Cost => cost;

    public override int NextDoc() => Advance(_docId + 1);

    public override int Advance(int target)
    {
        var next = bits.NextSet(target);
        return _docId = next < 0 ? NoMoreDocs : next;
    }

    /// <summary>Tells of some documents whether their bits are set, wherever the iterator stands.</summary>
    public void Probe(ReadOnlySpan<int> docIds, Span<bool> areSet)
    {
        for (var i = 0; i < docIds.Length; i++) areSet[i] = bits[docIds[i]];
    }
}

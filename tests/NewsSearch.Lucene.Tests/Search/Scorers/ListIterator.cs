using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Tests.Search.Scorers;

/// <summary>Walks a list of documents and insists on the contract: targets ahead of the cursor, no move after the end.</summary>
internal sealed class ListIterator(IReadOnlyList<int> docIds) : DocIdSetIterator
{
    private int _at = -1;

    public override int DocId => _at < 0 ? -1 : _at < docIds.Count ? docIds[_at] : NoMoreDocs;

    public override long Cost => docIds.Count;

    public override int NextDoc()
    {
        Assert.NotEqual(NoMoreDocs, DocId);
        _at++;
        return DocId;
    }

    public override int Advance(int target)
    {
        Assert.True(target > DocId, $"Advance({target}) at {DocId}");
        return AdvanceSlowly(target);
    }
}

using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>All documents of a segment, deleted ones included.</summary>
internal sealed class AllDocsIterator(int maxDoc) : DocIdSetIterator
{
    private int _docId = -1;

    public override int DocId => _docId;

    public override long Cost => maxDoc;

    public override int NextDoc() => Advance(_docId + 1);

    public override int Advance(int target) => _docId = target < maxDoc ? target : NoMoreDocs;
}

using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Tests.Search.Scorers;

/// <summary>A scorer over a table of documents and scores.</summary>
internal sealed class ListScorer(SortedDictionary<int, float> scores) : Scorer
{
    private readonly ListIterator _documents = new([.. scores.Keys]);

    public override int DocId => _documents.DocId;

    public override long Cost => _documents.Cost;

    public override int NextDoc() => _documents.NextDoc();

    public override int Advance(int target) => _documents.Advance(target);

    public override float Score() => scores[DocId];
}

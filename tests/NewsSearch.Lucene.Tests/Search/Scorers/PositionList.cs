using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Tests.Search.Scorers;

/// <summary>Postings in memory: for each document the positions of a term.</summary>
internal sealed class PositionList(SortedDictionary<int, int[]> positions) : PostingsEnum
{
    private readonly ListIterator _documents = new([.. positions.Keys]);
    private int _taken;

    public override int DocId => _documents.DocId;

    public override long Cost => _documents.Cost;

    public override int Freq => positions[DocId].Length;

    public override int StartOffset => -1;

    public override int EndOffset => -1;

    public override int NextDoc()
    {
        _taken = 0;
        return _documents.NextDoc();
    }

    public override int Advance(int target)
    {
        _taken = 0;
        return _documents.Advance(target);
    }

    public override int NextPosition() => positions[DocId][_taken++];
}

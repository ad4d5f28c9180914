using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>A column of sets: a dictionary, the ordinals of all documents in a row, and where each document's end.</summary>
internal sealed class SortedSetColumn(IndexInput data, ByteStrings dictionary, LongValues ords, long ordCount, LongValues ends) : SortedSetDocValues
{
    private long _next;
    private long _end;

    public override long ValueCount => dictionary.Count;

    public override void SetDocument(int docId)
    {
        _next = _end = 0;
        var start = docId == 0 ? 0 : ends.Get(docId - 1);
        var end = ends.Get(docId);
        if (start < 0 || end < start || end > ordCount)
            CorruptIndexException.Throw(data.Name, -1, $"ordinals {start} to {end} of document {docId}", $"an ascending range within {ordCount}");
        _next = start;
        _end = end;
    }

    public override long NextOrd()
    {
        if (_next == _end) return -1;
        var ord = ords.Get(_next++);
        if ((ulong)ord >= (ulong)ValueCount)
            CorruptIndexException.Throw(data.Name, -1, $"ordinal {ord}", $"0 to {ValueCount - 1}");
        return ord;
    }

    public override ReadOnlySpan<byte> Lookup(long ord) => dictionary.Get(ord);

    public override long LookupTerm(ReadOnlySpan<byte> term) => dictionary.Find(term);
}

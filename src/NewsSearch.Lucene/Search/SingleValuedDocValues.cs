using NewsSearch.Lucene.Codecs.DocValues;

namespace NewsSearch.Lucene.Search;

/// <summary>A column with one value a document, seen as one with sets of at most one.</summary>
internal sealed class SingleValuedDocValues(SortedDocValues values) : SortedSetDocValues
{
    private int _ord = -1;

    public override long ValueCount => values.ValueCount;

    public override void SetDocument(int docId) => _ord = values.Ord(docId);

    public override long NextOrd()
    {
        var ord = _ord;
        _ord = -1;
        return ord;
    }

    public override ReadOnlySpan<byte> Lookup(long ord) => values.Lookup((int)ord);

    public override long LookupTerm(ReadOnlySpan<byte> value) => values.LookupTerm(value);
}

namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>A column of sets of at most one value, over a sorted column.</summary>
internal sealed class SingletonSortedSetDocValues(SortedDocValues values) : SortedSetDocValues
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

    public override ReadOnlySpan<byte> Lookup(long ord) => values.Lookup(checked((int)ord));

    public override long LookupTerm(ReadOnlySpan<byte> term) => values.LookupTerm(term);
}

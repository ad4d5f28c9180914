using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>A sorted column: a dictionary and an ordinal for each document.</summary>
internal sealed class SortedColumn(IndexInput data, ByteStrings dictionary, LongValues column) : SortedDocValues
{
    public override int ValueCount { get; } = (int)dictionary.Count;

    public override int Ord(int docId)
    {
        var ord = column.Get(docId);
        if (ord < -1 || ord >= ValueCount)
            CorruptIndexException.Throw(data.Name, -1, $"ordinal {ord} of document {docId}", $"-1 to {ValueCount - 1}");
        return (int)ord;
    }

    public override void Ords(ReadOnlySpan<int> docIds, Span<long> ords)
    {
        column.GetAll(docIds, ords);
        var wrong = ords[..docIds.Length].IndexOfAnyExceptInRange(-1L, ValueCount - 1L);
        if (wrong >= 0) Ord(docIds[wrong]) /* says what is wrong */;
    }

    public override ReadOnlySpan<byte> Lookup(int ord) => dictionary.Get((long)ord);

    public override int LookupTerm(ReadOnlySpan<byte> term) => (int)dictionary.Find(term);
}

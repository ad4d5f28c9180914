using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.DocValues;

/// <summary>A sorted column: a dictionary and an ordinal for each document.</summary>
internal sealed class SortedColumn(IndexInput data, ByteStrings dictionary, LongValues ords) : SortedDocValues
{
    public override int ValueCount { get; } = (int)dictionary.Count;

    public override int Ord(int docId)
    {
        var ord = ords.Get(docId);
        if (ord < -1 || ord >= ValueCount)
            CorruptIndexException.Throw(data.Name, -1, $"ordinal {ord} of document {docId}", $"-1 to {ValueCount - 1}");
        return (int)ord;
    }

    public override ReadOnlySpan<byte> Lookup(int ord) => dictionary.Get((long)ord);

    public override int LookupTerm(ReadOnlySpan<byte> term) => (int)dictionary.Find(term);
}

using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Norms;

/// <summary>Norms of one byte each, read where they lie.</summary>
internal sealed class ByteNorms(IndexInput data, long offset) : NumericDocValues
{
    public override long Get(int docId) => (sbyte)data.Span(offset + docId, 1)[0];

    public override void GetAll(ReadOnlySpan<int> docIds, Span<long> values)
    {
        if (docIds.IsEmpty) return;

        // Where documents ascend, the last one's byte being in the file means that all are; the span checks each anyway.
        var norms = data.Span(offset + docIds[0], docIds[^1] - docIds[0] + 1);
        for (var i = 0; i < docIds.Length; i++) values[i] = (sbyte)norms[docIds[i] - docIds[0]];
    }

    public override ReadOnlySpan<byte> Bytes(int first, int last) => data.Span(offset + first, last - first + 1);
}

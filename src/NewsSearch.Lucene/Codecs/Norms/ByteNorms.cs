using NewsSearch.Lucene.Codecs.DocValues;
using NewsSearch.Lucene.Store;

namespace NewsSearch.Lucene.Codecs.Norms;

/// <summary>Norms of one byte each, read where they lie.</summary>
internal sealed class ByteNorms(IndexInput data, long offset) : NumericDocValues
{
    public override long Get(int docId) => (sbyte)data.Span(offset + docId, 1)[0];
}

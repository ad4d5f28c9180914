using NewsSearch.Lucene.Codecs.DocValues;

namespace NewsSearch.Lucene.Tests.Search;

/// <summary>The same norm for all documents, as codecs give it: signed.</summary>
internal sealed class FixedNorms(byte norm) : NumericDocValues
{
    public override long Get(int docId) => (sbyte)norm;
}

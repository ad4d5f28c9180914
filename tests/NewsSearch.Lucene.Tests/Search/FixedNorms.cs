using NewsSearch.Lucene.Codecs.DocValues;

namespace NewsSearch.Lucene.Tests.Search;

/// <summary>The same norm for all documents.</summary>
internal sealed class FixedNorms(sbyte norm) : NumericDocValues
{
    public override long Get(int docId) => norm;
}

using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Search.Weights;

/// <summary>All documents.</summary>
internal sealed class AllDocsWeight(SearchContext context, string name, float score) : ConstantWeight(name, score)
{
    public override int Count(int segment) => context.Segment(segment).NumDocs;

    protected override DocIdSetIterator? CreateDocuments(int segment) => new AllDocsIterator(context.Segment(segment).MaxDoc);
}

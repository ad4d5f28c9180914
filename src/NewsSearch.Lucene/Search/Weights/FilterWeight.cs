using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Weights;

/// <summary>Another query without its scores.</summary>
/// <param name="name">The query as text, for explanations.</param>
/// <param name="inner">Made without scores.</param>
/// <param name="score">The score of every document.</param>
internal sealed class FilterWeight(string name, Weight inner, float score) : ConstantWeight(name, score)
{
    public override int Count(int segment) => inner.Count(segment);

    protected override DocIdSetIterator? CreateDocuments(int segment) => inner.CreateScorer(segment);
}

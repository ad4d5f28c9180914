using NewsSearch.Lucene.Codecs.Postings;
using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Search.Weights;

/// <summary>A query all of whose documents score the same: its boost.</summary>
/// <param name="name">The query as text, for explanations.</param>
/// <param name="score">The score.</param>
internal abstract class ConstantWeight(string name, float score) : Weight
{
    public sealed override Scorer? CreateScorer(int segment) =>
        CreateDocuments(segment) is { } documents ? new ConstantScorer(documents, score) : null;

    public sealed override Explanation Explain(int segment, int docId)
    {
        var isMatch = CreateDocuments(segment)?.Advance(docId) == docId;
        return isMatch ? Explanation.Match(score, $"{name}, constant score") : Explanation.NoMatch($"{name} does not match");
    }

    /// <summary>The matching documents of a segment; null if there are none.</summary>
    protected abstract DocIdSetIterator? CreateDocuments(int segment);
}

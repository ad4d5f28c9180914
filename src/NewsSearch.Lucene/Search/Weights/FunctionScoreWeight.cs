using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Search.Weights;

/// <summary>Another query whose scores a function of the documents changes.</summary>
internal sealed class FunctionScoreWeight(SearchContext context, Weight inner, ScoreFunction function) : Weight
{
    public override Scorer? CreateScorer(int segment) =>
        inner.CreateScorer(segment) is { } scorer ? new FunctionScorer(scorer, OpenFactors(segment)) : null;

    public override int Count(int segment) => inner.Count(segment);

    public override Explanation Explain(int segment, int docId)
    {
        var score = inner.Explain(segment, docId);
        if (!score.IsMatch) return score;
        var factors = OpenFactors(segment);
        return Explanation.Match(
            factors.Apply(docId, score.Value), "score * function", score, Explanation.Match((float)factors.Get(docId), $"function {function}"));
    }

    private ScoreFactors OpenFactors(int segment)
    {
        var reader = context.Segment(segment);
        var values = reader.NumericDocValues(function.Field);
        return new ScoreFactors(function, values, values is null ? null : reader.DocsWithField(function.Field));
    }
}

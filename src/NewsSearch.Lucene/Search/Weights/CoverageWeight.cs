using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Search.Weights;

/// <summary>Parts of which enough have to match.</summary>
internal sealed class CoverageWeight(CoverageQuery query, Weight[][] parts, float boost, CancellationToken cancellationToken) : Weight
{
    public override Scorer? CreateScorer(int segment)
    {
        Scorer[][] scorers = [.. parts.Select(part => part.Select(weight => weight.CreateScorer(segment)).OfType<Scorer>().ToArray()).Where(part => part.Length > 0)];
        return scorers.Length < query.MinimumMatch ? null : new CoverageScorer(scorers, query.MinimumMatch, boost, cancellationToken);
    }

    public override Explanation Explain(int segment, int docId)
    {
        Explanation[] details = [.. parts.Select(part => part.Select(weight => weight.Explain(segment, docId)).FirstOrDefault(detail => detail.IsMatch)).OfType<Explanation>()];
        return details.Length < query.MinimumMatch
            ? Explanation.NoMatch($"{details.Length} of {parts.Length} parts match, {query.MinimumMatch} have to", details)
            : Explanation.Match(boost * details.Length, $"{details.Length} of {parts.Length} parts match, times {boost}", details);
    }
}

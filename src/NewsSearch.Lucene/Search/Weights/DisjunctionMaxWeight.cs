using NewsSearch.Lucene.Search.Queries;
using NewsSearch.Lucene.Search.Scorers;

namespace NewsSearch.Lucene.Search.Weights;

/// <summary>Several queries of which the best one counts.</summary>
internal sealed class DisjunctionMaxWeight(DisjunctionMaxQuery query, Weight[] parts, bool needsScores) : Weight
{
    public override Scorer? CreateScorer(int segment)
    {
        Scorer[] scorers = [.. parts.Select(part => part.CreateScorer(segment)).OfType<Scorer>()];
        return scorers.Length switch
        {
            0 => null,
            1 => scorers[0],
            _ => needsScores ? new DisjunctionMaxScorer(scorers, query.TieBreaker) : new DisjunctionScorer(scorers, 1),
        };
    }

    public override Explanation Explain(int segment, int docId)
    {
        Explanation[] details = [.. parts.Select(part => part.Explain(segment, docId)).Where(part => part.IsMatch)];
        if (details.Length == 0) return Explanation.NoMatch($"{query} does not match");
        var scorer = CreateScorer(segment)!;
        scorer.Advance(docId);
        return Explanation.Match(
            needsScores ? scorer.Score() : 0, $"the best of those that match plus {query.TieBreaker} times the sum of the others", details);
    }
}

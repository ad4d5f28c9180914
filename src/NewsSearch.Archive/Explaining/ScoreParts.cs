using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Archive.Explaining;

/// <summary>Takes the score of one article apart: the engine explains each query at the ends of a tree of queries.</summary>
/// <param name="searcher">Of the snapshot that was searched.</param>
/// <param name="docId">The article.</param>
/// <param name="units">The texts of units: a text that is none is what the reader wrote around several.</param>
/// <param name="cancellationToken">Ends it early.</param>
internal sealed class ScoreParts(IndexSearcher searcher, int docId, IReadOnlySet<string> units, CancellationToken cancellationToken)
{
    private readonly List<ScorePart> _parts = [];

    /// <summary>What the score that the query gives is the sum of, the largest first; empty if the article does not match.</summary>
    public IReadOnlyList<ScorePart> Of(Query query)
    {
        _parts.Clear();
        Add(query, 1);
        return
        [
            .. _parts.GroupBy(part => (part.Kind, part.Text, part.Place))
                .Select(same => same.First() with { Score = same.Sum(part => part.Score) })
                .OrderByDescending(part => part.Score),
        ];
    }

    private float? Value(Query query, float boost)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var explained = searcher.Explain(boost == 1 ? query : new BoostQuery(query, boost), docId);
        return explained.IsMatch ? explained.Value : null;
    }

    private void Add(Query query, float boost)
    {
        if (Value(query, boost) is not { } value) return;
        switch (query)
        {
            case BoostQuery boosted: Add(boosted.Query, boost * boosted.Boost); break;
            case BooleanQuery boolean: AddClauses(boolean, boost); break;
            case DisjunctionMaxQuery best: AddBest(best, boost); break;
            case FunctionScoreQuery function:
                Add(function.Query, boost);
                AddPart(ScorePartKind.Freshness, "", null, value - Value(function.Query, boost)!.Value);
                break;
            default:
                var (kind, text, place) = ScoreLeaf.Read(query, units);
                AddPart(kind, text, place, value);
                break;
        }
    }

    private void AddClauses(BooleanQuery query, float boost)
    {
        foreach (var clause in query.Clauses)
            if (clause.Occur is Occur.Must or Occur.Should) Add(clause.Query, boost);
    }

    private void AddBest(DisjunctionMaxQuery query, float boost)
    {
        var best = query.Queries.MaxBy(one => Value(one, boost) ?? -1);
        foreach (var one in query.Queries)
        {
            if (ReferenceEquals(one, best)) Add(one, boost);
            else if (query.TieBreaker > 0) Add(one, boost * query.TieBreaker);
        }
    }

    private void AddPart(ScorePartKind kind, string text, ArticlePlace? place, float score)
    {
        if (score != 0) _parts.Add(new ScorePart(kind, text, place, score, ExplanationTexts.Part(kind, text, place)));
    }
}

using NewsSearch.Archive.Querying;
using NewsSearch.Lucene.Search;

namespace NewsSearch.Archive.Explaining;

/// <summary>Answers a query as a search does, and then says what became of one article in it.</summary>
/// <param name="searcher">Of the snapshot to search.</param>
/// <param name="ranking">How queries are read.</param>
internal sealed class ArticleExplainer(IndexSearcher searcher, Ranking ranking)
{
    /// <summary>Explains the answer to a query for an article.</summary>
    /// <param name="plan">The query, read.</param>
    /// <param name="query">The query.</param>
    /// <param name="docId">The article.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public ArticleExplanation Explain(QueryPlan plan, NewsQuery query, int docId, CancellationToken cancellationToken)
    {
        // All hits that have a rank, on one page: which page the reader was on makes no difference to the article.
        var answering = new QueryAnswering(searcher, ranking);
        var answer = answering.Answer(plan, query with { Page = 1, Size = NewsQuery.MaxRank, WithFacets = false }, cancellationToken);
        var article = ArticleSchema.ToArticle(searcher.Document(docId));
        var tests = new ConditionTests(searcher, plan, article, docId, cancellationToken);
        var conditions = QueryConditions.Of(plan, query, ranking).Select(tests.Test).ToList();
        var matching = answering.Attempts(plan).FirstOrDefault(attempt => tests.Matches(attempt.Query));
        var meetsAll = matching is not null && matching.Query.Equals(plan.Strict());
        var isFound = tests.Matches(answer.Asked);
        var outcome = (isFound, matching) switch
        {
            (true, _) => meetsAll ? ExplanationOutcome.Found : ExplanationOutcome.FoundAfterLoosening,
            (false, not null) => ExplanationOutcome.NotLoosenedEnough,
            _ => ExplanationOutcome.KeptOut,
        };
        var hits = answer.Found.TopDocs.ScoreDocs;
        int? rank = isFound ? RankOf(docId, hits) : null;
        var isScored = isFound && hits.Count > 0 && !float.IsNaN(hits[0].Score);
        return new ArticleExplanation(
            article.Id,
            Headline.Of(article),
            query.Text,
            plan.Reading(answer),
            outcome,
            ExplanationTexts.Outcome(outcome, answer, matching, rank, conditions),
            answer.Total,
            rank,
            isScored ? searcher.Explain(answer.Asked, docId).Value : 0,
            isScored ? tests.PartsOf(answer.Asked) : [],
            conditions);
    }

    private static int? RankOf(int docId, IReadOnlyList<ScoreDoc> hits)
    {
        for (var i = 0; i < hits.Count; i++)
            if (hits[i].DocId == docId) return i + 1;
        return null;
    }
}

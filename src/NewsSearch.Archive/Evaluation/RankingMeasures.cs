namespace NewsSearch.Archive.Evaluation;

/// <summary>How good one ranking of articles is for one query, from 0 to 1.</summary>
/// <remarks>
/// As trec_eval (NIST) computes them, with two exceptions that the reader of the figures must know: articles of the same score stay in
/// the order in which the system gives them (a reader sees no other), and judged articles that the index does not hold
/// count neither as found nor as missed. In both: whatever is not judged relevant is not relevant.
/// </remarks>
public static class RankingMeasures
{
    /// <summary>
    /// Normalised discounted cumulative gain at a depth: the sum of grade / log2(1 + rank) over the first ranks, divided by that of the
    /// best ranking that the judgements allow (Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", 2002, with
    /// the discount of trec_eval's ndcg_cut, which begins at the second rank; the gain is the grade itself).
    /// </summary>
    public static double Ndcg(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades, int depth)
    {
        var best = DiscountedGain(grades.Values.Where(grade => grade > 0).OrderDescending().Take(depth));
        return best == 0 ? 0 : DiscountedGain(ranking.Take(depth).Select(id => Math.Max(0, grades.GetValueOrDefault(id)))) / best;
    }

    /// <summary>One divided by the rank of the first relevant article, 0 if none is among the first ranks (trec_eval's recip_rank, cut off).</summary>
    public static double ReciprocalRank(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades, int depth)
    {
        for (var i = 0; i < Math.Min(depth, ranking.Count); i++)
            if (grades.GetValueOrDefault(ranking[i]) > 0) return 1.0 / (i + 1);
        return 0;
    }

    /// <summary>
    /// The share of the relevant articles that is among the first ranks (trec_eval's recall_N). A query with more relevant articles than
    /// ranks can't reach 1.
    /// </summary>
    public static double Recall(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades, int depth)
    {
        var relevant = grades.Values.Count(grade => grade > 0);
        return relevant == 0 ? 0 : (double)ranking.Take(depth).Count(id => grades.GetValueOrDefault(id) > 0) / relevant;
    }

    private static double DiscountedGain(IEnumerable<int> gains)
    {
        var sum = 0.0;
        var rank = 0;
        foreach (var gain in gains) sum += gain / Math.Log2(1 + ++rank);
        return sum;
    }
}

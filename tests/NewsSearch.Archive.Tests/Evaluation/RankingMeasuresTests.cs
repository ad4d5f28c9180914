using NewsSearch.Archive.Evaluation;

namespace NewsSearch.Archive.Tests.Evaluation;

/// <summary>The measures on rankings that can be computed by hand.</summary>
public sealed class RankingMeasuresTests
{
    private static readonly Dictionary<string, int> Three = new() { ["a"] = 1, ["b"] = 1, ["c"] = 1 };

    [Fact]
    public void NDCG_is_the_gain_at_each_rank_discounted_and_divided_by_the_best_possible()
    {
        // 1/log2(2) + 1/log2(4) = 1.5, of 1/log2(2) + 1/log2(3) + 1/log2(4) = 2.130930.
        Assert.Equal(0.703918, RankingMeasures.Ndcg(["a", "x", "b"], Three, 10), 6);
        Assert.Equal(1, RankingMeasures.Ndcg(["c", "a", "b", "x"], Three, 10), 12);
        Assert.Equal(0, RankingMeasures.Ndcg(["x", "y"], Three, 10));
    }

    [Fact]
    public void NDCG_counts_higher_grades_for_more_and_negative_ones_for_nothing()
    {
        var grades = new Dictionary<string, int> { ["best"] = 2, ["good"] = 1, ["bad"] = 0, ["spam"] = -2 };

        // 1/log2(2) + 2/log2(3) = 2.261860, of 2/log2(2) + 1/log2(3) = 2.630930.
        Assert.Equal(0.859719, RankingMeasures.Ndcg(["good", "best"], grades, 10), 6);
        Assert.Equal(0.859719, RankingMeasures.Ndcg(["good", "best", "spam", "bad"], grades, 10), 6);
    }

    [Fact]
    public void NDCG_looks_no_deeper_than_asked_in_the_ranking_and_in_the_best_one()
    {
        Assert.Equal(0, RankingMeasures.Ndcg(["x", "y", "a"], Three, 2));
        Assert.Equal(1, RankingMeasures.Ndcg(["a", "b"], Three, 2), 12);
    }

    [Fact]
    public void The_reciprocal_rank_is_that_of_the_first_relevant_article()
    {
        Assert.Equal(1, RankingMeasures.ReciprocalRank(["b", "a"], Three, 10));
        Assert.Equal(1.0 / 3, RankingMeasures.ReciprocalRank(["x", "y", "b", "a"], Three, 10));
        Assert.Equal(0, RankingMeasures.ReciprocalRank(["x", "y", "b"], Three, 2));
        Assert.Equal(0, RankingMeasures.ReciprocalRank(["x"], new Dictionary<string, int> { ["x"] = 0 }, 2));
    }

    [Fact]
    public void Recall_is_the_share_of_all_relevant_articles_that_is_found_in_time()
    {
        Assert.Equal(2.0 / 3, RankingMeasures.Recall(["x", "b", "a"], Three, 100));
        Assert.Equal(1.0 / 3, RankingMeasures.Recall(["x", "b", "a"], Three, 2));
        Assert.Equal(0, RankingMeasures.Recall([], Three, 100));
    }

    [Fact]
    public void The_names_say_the_depth() => Assert.Equal(["nDCG@10", "MRR@10", "recall@100"], Measure.All.Select(measure => measure.Name));

    [Fact]
    public void A_measure_is_cut_off_at_its_own_depth()
    {
        string[] ranking = [.. Enumerable.Range(0, 10).Select(i => $"x{i}"), "a"];

        Assert.Equal([0, 0, 1.0 / 3], Measure.All.Select(measure => measure.Of(ranking, Three)));
    }
}

using System.Globalization;
using NewsSearch.Lucene.Search;

namespace NewsSearch.Lucene.Tests.Peers;

/// <summary>Compares our hits with those of Java Lucene: totals, ids and scores; hits of one score may stand in either order.</summary>
internal static class HitComparison
{
    /// <summary>The largest difference of scores that counts as none, in relation to the score.</summary>
    public const double Tolerance = 1e-5;

    /// <summary>What differs, or null if nothing does.</summary>
    public static string? FindDifference(TopDocs ours, JudgeHits theirs)
    {
        if (ours.TotalHits != theirs.Total) return $"{ours.TotalHits} hits, Java has {theirs.Total}";
        if (ours.ScoreDocs.Count != theirs.Top.Count) return $"{ours.ScoreDocs.Count} hits on the page, Java has {theirs.Top.Count}";
        for (var rank = 0; rank < theirs.Top.Count; rank++)
            if (!IsNear(ours.ScoreDocs[rank].Score, theirs.Top[rank].Score))
                return string.Create(CultureInfo.InvariantCulture, $"score {ours.ScoreDocs[rank].Score:R} at rank {rank}, Java has {theirs.Top[rank].Score:R}");
        return FindStranger(ours, theirs);
    }

    /// <summary>A document of ours that Java has with another score, or has not although its score is above the last one's.</summary>
    private static string? FindStranger(TopDocs ours, JudgeHits theirs)
    {
        var scores = theirs.Top.ToDictionary(hit => hit.DocId, hit => hit.Score);
        foreach (var hit in ours.ScoreDocs)
        {
            if (scores.TryGetValue(hit.DocId, out var score) ? IsNear(hit.Score, score) : IsNear(hit.Score, theirs.Top[^1].Score)) continue;
            return string.Create(CultureInfo.InvariantCulture, $"document {hit.DocId} with score {hit.Score:R}, which Java does not have so");
        }

        return null;
    }

    private static bool IsNear(float ours, float theirs) => Math.Abs(ours - theirs) <= Tolerance * Math.Abs(theirs);
}

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>Bounds of sums and products of scores, with room for what is rounded on the way to them.</summary>
internal static class ScoreBound
{
    private const double Slack = 1e-6;

    /// <summary>A number that no score is above of which this is the most without rounding.</summary>
    public static float Above(double score) => (float)(score * (1 + Slack));

    /// <summary>A number that scores are below which are below this one after rounding.</summary>
    public static double Below(double score) => score * (1 - Slack);
}

namespace NewsSearch.Lucene.Search.Collectors;

/// <summary>Keeps the best hits and counts those that come.</summary>
internal abstract class TopCollector : Collector
{
    /// <summary>Whether the order of hits depends on scores.</summary>
    public abstract bool NeedsScores { get; }

    /// <summary>How many hits came.</summary>
    public int TotalHits { get; protected set; }

    /// <summary>The collector for an order of hits.</summary>
    /// <param name="sort">The order.</param>
    /// <param name="size">How many to keep.</param>
    /// <param name="countsHits">Whether all hits must come, so that they are counted.</param>
    public static TopCollector Create(Sort sort, int size, bool countsHits) => sort.Kind switch
    {
        SortKind.Number => new TopNumberCollector(sort, size),
        SortKind.Text => new TopTextCollector(sort, size),
        _ => new TopScoreCollector(size, countsHits),
    };

    /// <summary>The hits that were kept, best first.</summary>
    public abstract ScoreDoc[] Finish();
}

namespace NewsSearch.Lucene.Search.Collectors;

/// <summary>Keeps the best hits and counts all.</summary>
internal abstract class TopCollector : Collector
{
    /// <summary>Whether the order of hits depends on scores.</summary>
    public abstract bool NeedsScores { get; }

    /// <summary>How many hits there were.</summary>
    public int TotalHits { get; protected set; }

    /// <summary>A score has to be above this to change what is kept; with an order by something else, any is.</summary>
    public virtual float MinCompetitiveScore => float.NegativeInfinity;

    /// <summary>The collector for an order of hits.</summary>
    /// <param name="sort">The order.</param>
    /// <param name="size">How many to keep.</param>
    public static TopCollector Create(Sort sort, int size) => sort.Kind switch
    {
        SortKind.Number => new TopNumberCollector(sort, size),
        SortKind.Text => new TopTextCollector(sort, size),
        _ => new TopScoreCollector(size),
    };

    /// <summary>The hits that were kept, best first.</summary>
    public abstract ScoreDoc[] Finish();
}

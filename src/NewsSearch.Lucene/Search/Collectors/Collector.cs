using NewsSearch.Lucene.Reading;

namespace NewsSearch.Lucene.Search.Collectors;

/// <summary>Receives the hits of a search, segment by segment, in the order of their document numbers unless it takes any.</summary>
internal abstract class Collector
{
    /// <summary>Hits with a lower score than this need not come; minus infinity where all must. It never goes down.</summary>
    public virtual float MinCompetitiveScore => float.NegativeInfinity;

    /// <summary>
    /// Hits with a lower score than this may come with any other that is lower than this; infinite where scores do not matter. It never goes down.
    /// </summary>
    public virtual float MinExactScore => float.PositiveInfinity;

    /// <summary>Whether hits below <see cref="MinCompetitiveScore"/> are left out, and segments may come in any order.</summary>
    public virtual bool TakesBestOnly => false;

    /// <summary>Begins a segment.</summary>
    public abstract void BeginSegment(SegmentReader segment);

    /// <summary>Receives hits of the segment.</summary>
    /// <param name="docIds">Numbers within the segment, ascending, none deleted.</param>
    /// <param name="scores">Their scores; empty if the search is without.</param>
    public abstract void Collect(ReadOnlySpan<int> docIds, ReadOnlySpan<float> scores);

    /// <summary>Ends the segment.</summary>
    public virtual void EndSegment()
    {
    }
}

using NewsSearch.Lucene.Reading;

namespace NewsSearch.Lucene.Facets;

/// <summary>Counts the values of a column, segment by segment.</summary>
internal abstract class ValueCounter
{
    /// <summary>Begins a segment that has the column.</summary>
    public abstract void BeginSegment(SegmentReader segment);

    /// <summary>Counts the values of hits of the segment.</summary>
    public abstract void Count(ReadOnlySpan<int> docIds);

    /// <summary>Ends the segment.</summary>
    public virtual void EndSegment()
    {
    }

    /// <summary>Adds every value with its count over all segments, in ascending order.</summary>
    public abstract void AddAll(FacetTop top);
}

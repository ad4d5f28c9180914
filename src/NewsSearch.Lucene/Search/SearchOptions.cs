namespace NewsSearch.Lucene.Search;

/// <summary>Which hits of a query to return, and in which order.</summary>
public readonly record struct SearchOptions()
{
    /// <summary>How many hits at most; 0 if only the total is wanted.</summary>
    public int Size { get; init; } = 10;

    /// <summary>How many of the best hits to leave out: where the page begins. Time and memory grow with it.</summary>
    public int From { get; init; }

    /// <summary>The order of hits.</summary>
    public Sort Sort { get; init; } = Sort.Relevance;

    /// <summary>
    /// Whether <see cref="TopDocs.TotalHits"/> has to be exact. Without, documents that can't be among the best may be passed over, which is faster;
    /// the total is then a lower bound. The hits are the same. Facets always count all.
    /// </summary>
    public bool CountsHits { get; init; } = true;

    /// <summary>Ends the search early with an <see cref="OperationCanceledException"/>; looked at every few thousand documents.</summary>
    public CancellationToken CancellationToken { get; init; }
}

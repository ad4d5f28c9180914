namespace NewsSearch.Archive;

/// <summary>The answer to a <see cref="NewsQuery"/>; it is the JSON of the API as it stands.</summary>
/// <param name="Query">The reader's words as they were asked.</param>
/// <param name="Reading">How the words were read, and what was loosened where nothing met all conditions.</param>
/// <param name="Total">Exact number of matching articles.</param>
/// <param name="Page">Number of this page, from 1.</param>
/// <param name="Size">Hits a page.</param>
/// <param name="TookMilliseconds">Time spent searching; of an answer that was kept, by the search that found it.</param>
/// <param name="Hits">The articles of this page, in order.</param>
/// <param name="Facets">Counts over all matches, or null if none were asked for.</param>
/// <param name="DidYouMean">What the reader may have meant, where little or nothing matches all conditions and this finds more; otherwise null.</param>
public sealed record NewsResult(
    string Query,
    QueryReading Reading,
    int Total,
    int Page,
    int Size,
    double TookMilliseconds,
    IReadOnlyList<NewsHit> Hits,
    NewsFacets? Facets,
    DidYouMean? DidYouMean);

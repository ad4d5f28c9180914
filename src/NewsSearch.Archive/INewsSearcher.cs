using NewsSearch.Archive.Explaining;

namespace NewsSearch.Archive;

/// <summary>
/// The one door to search. Whether the index lies in a folder of this machine or elsewhere, the caller can't tell.
/// Thread-safe.
/// </summary>
public interface INewsSearcher
{
    /// <summary>
    /// What answers follow from now. A question that is put after reading it is answered from this version or a newer one, never from an older one.
    /// </summary>
    ArchiveVersion Version { get; }

    /// <summary>Answers a query.</summary>
    /// <exception cref="NewsQueryException">The query asks for something that can't be answered; the message says what to change.</exception>
    Task<NewsResult> SearchAsync(NewsQuery query, CancellationToken cancellationToken);

    /// <summary>The article of that id, or null if there is none.</summary>
    Task<Article?> FindArticleAsync(string id, CancellationToken cancellationToken);

    /// <summary>Articles to read next, best first, or null if there is no article of that id.</summary>
    /// <param name="id">The article being read; it is not among them, nor are its reprints.</param>
    /// <param name="size">How many at most, 1 to 50.</param>
    /// <param name="cancellationToken">Ends the search early.</param>
    Task<IReadOnlyList<NewsHit>?> FindRelatedAsync(string id, int size, CancellationToken cancellationToken);

    /// <summary>Why an article comes for a query, or why it does not; null if the archive does not have it.</summary>
    /// <param name="query">The query; which page of the answer it asks for makes no difference.</param>
    /// <param name="idOrUrl">The article's id, or its address as its publisher gave it.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="NewsQueryException">The query asks for something that can't be answered; the message says what to change.</exception>
    Task<ArticleExplanation?> ExplainAsync(NewsQuery query, string idOrUrl, CancellationToken cancellationToken);

    /// <summary>What a reader may be about to type: words, keywords, sources and titles that begin so, in Han characters or in pinyin.</summary>
    /// <param name="prefix">What was typed so far, at most 100 characters: characters, pinyin without tones, its first letters, or a mixture.</param>
    /// <param name="size">How many at most, 1 to 20.</param>
    /// <param name="cancellationToken">Ends the search early.</param>
    /// <exception cref="NewsQueryException">The prefix is too long or the size out of range; the message says what to change.</exception>
    Task<IReadOnlyList<NewsSuggestion>> SuggestAsync(string prefix, int size, CancellationToken cancellationToken);

    /// <summary>What the archive holds: articles, span of dates, and every source with its number of articles.</summary>
    Task<ArchiveSummary> SummarizeAsync(CancellationToken cancellationToken);
}

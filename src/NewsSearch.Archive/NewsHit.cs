namespace NewsSearch.Archive;

/// <summary>An article in a list of results.</summary>
/// <param name="Id">Names the article.</param>
/// <param name="Title">Its headline, or the beginning of its text where it has none, with what matched.</param>
/// <param name="Snippet">The part of its text that matches best, or its beginning.</param>
/// <param name="Source">The publisher, or null.</param>
/// <param name="Channel">Its channel; empty where unknown.</param>
/// <param name="PublishedAt">When it was published, with the publisher's offset, or null.</param>
/// <param name="Url">Its address, or null.</param>
/// <param name="Score">How well it matches; comparable within one answer only. 0 where hits are sorted by date.</param>
public sealed record NewsHit(
    string Id,
    HighlightedText Title,
    HighlightedText Snippet,
    string? Source,
    ChannelPath Channel,
    DateTimeOffset? PublishedAt,
    string? Url,
    float Score);

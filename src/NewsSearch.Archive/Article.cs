namespace NewsSearch.Archive;

/// <summary>A news article as its publisher gave it.</summary>
public sealed record Article
{
    /// <summary>Names the article within the archive; a second article of the same id replaces the first.</summary>
    public required string Id { get; init; }

    /// <summary>As the publisher gave it; empty where there is none. <see cref="Headline"/> says what to show then.</summary>
    public required string Title { get; init; }

    /// <summary>The text without boilerplate; paragraphs are separated by one line feed.</summary>
    public required string Body { get; init; }

    /// <summary>The publisher the text comes from.</summary>
    public string? Source { get; init; }

    /// <summary>Where the article stood on its site, outermost first; empty where unknown.</summary>
    public ChannelPath Channel { get; init; } = ChannelPath.None;

    /// <summary>When it was published, with the publisher's own offset from UTC; null where unknown.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    public string? Url { get; init; }

    public string? Author { get; init; }

    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>What the editors put beside the article as related reading.</summary>
    public IReadOnlyList<EditorialLink> Related { get; init; } = [];
}

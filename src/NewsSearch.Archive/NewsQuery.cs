namespace NewsSearch.Archive;

/// <summary>What a reader asks for.</summary>
public sealed record NewsQuery
{
    /// <summary>Most hits that one page may have.</summary>
    public const int MaxSize = 100;

    /// <summary>Hits beyond this rank are not served page by page.</summary>
    public const int MaxRank = 10_000;

    /// <summary>Most characters of a query.</summary>
    public const int MaxTextLength = 1_000;

    /// <summary>The reader's words; empty means all articles.</summary>
    public string Text { get; init; } = "";

    /// <summary>Only articles of one of these sources; empty means any.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Only articles in one of these channels or below; empty means any.</summary>
    public IReadOnlyList<ChannelPath> Channels { get; init; } = [];

    /// <summary>Only articles published on this day or later, by the publisher's own calendar.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Only articles published on this day or earlier, by the publisher's own calendar.</summary>
    public DateOnly? To { get; init; }

    public NewsSort Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Hits a page, 0 to <see cref="MaxSize"/>.</summary>
    public int Size { get; init; } = 10;

    /// <summary>Whether to count all matches by source, channel and month.</summary>
    public bool WithFacets { get; init; } = true;
}

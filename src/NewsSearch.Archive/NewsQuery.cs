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

    /// <summary>Most sources, and most channels, of a query.</summary>
    public const int MaxFilterValues = 100;

    /// <summary>The reader's words, with the operators that README.md lists; empty means all articles.</summary>
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

    /// <summary>Whether newer articles are raised a little when sorted by relevance.</summary>
    public bool IsFreshnessCounted { get; init; } = true;

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Hits a page, 0 to <see cref="MaxSize"/>.</summary>
    public int Size { get; init; } = 10;

    /// <summary>Whether to count all matches by source, channel and month.</summary>
    public bool WithFacets { get; init; } = true;

    /// <summary>Refuses what is out of bounds or contradicts itself, the same way for every searcher.</summary>
    /// <exception cref="NewsQueryException">It names the parameter at fault and says what to change.</exception>
    public void Check()
    {
        if (Text.Length > MaxTextLength) Refuse("q", $"检索词有 {Text.Length} 个字，最多 {MaxTextLength} 个。请缩短检索词。");
        if (Size is < 0 or > MaxSize) Refuse("size", $"每页篇数须在 0 到 {MaxSize} 之间，收到 {Size}。");
        if (Page < 1) Refuse("page", $"页码从 1 开始，收到 {Page}。");
        if ((long)Page * Size > MaxRank)
            Refuse("page", $"逐页翻阅只到第 {MaxRank:N0} 篇：page × size 不能超过 {MaxRank}。请用来源、频道或日期缩小范围。");
        if (From > To) Refuse("from", $"起始日期 {From:yyyy-MM-dd} 晚于截止日期 {To:yyyy-MM-dd}。请对调或改正。");
        if (Sources.Count > MaxFilterValues) Refuse("source", $"一次最多选择 {MaxFilterValues} 个来源，收到 {Sources.Count} 个。");
        if (Channels.Count > MaxFilterValues) Refuse("channel", $"一次最多选择 {MaxFilterValues} 个频道，收到 {Channels.Count} 个。");
    }

    private static void Refuse(string parameter, string reason) => throw new NewsQueryException(parameter, reason);
}

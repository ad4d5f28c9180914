namespace NewsSearch.Archive.Querying;

/// <summary>A query, or a part of one, as its writer meant it: text and operators, before the text is cut into units.</summary>
internal abstract record QueryNode
{
    private QueryNode()
    {
    }

    /// <summary>Text without operators, as long as no white space came in between.</summary>
    public sealed record Words(string Text) : QueryNode;

    /// <summary>Text in quotes: found as it stands or not at all.</summary>
    /// <param name="Text">What is between the quotes.</param>
    /// <param name="IsGlued">Whether words touch the quotes, as in a headline: then they may be there for their own sake.</param>
    public sealed record Literal(string Text, bool IsGlued) : QueryNode;

    /// <summary>A title in the marks 《》: found as it stands, best with its marks.</summary>
    /// <param name="Title">What is between the marks.</param>
    /// <param name="IsGlued">Whether words touch the marks, as in a headline.</param>
    public sealed record Work(string Title, bool IsGlued) : QueryNode;

    /// <summary>The beginning of a word.</summary>
    public sealed record Prefix(string Text) : QueryNode;

    /// <summary>Two texts with at most so many characters between them, in any order.</summary>
    public sealed record Near(string First, string Second, int Distance) : QueryNode;

    /// <summary>Articles that the node does not find.</summary>
    public sealed record Not(QueryNode Node) : QueryNode;

    /// <summary>Articles that all of the nodes find; two at least.</summary>
    public sealed record All(IReadOnlyList<QueryNode> Nodes) : QueryNode;

    /// <summary>Articles that any of the nodes finds; two at least.</summary>
    public sealed record Any(IReadOnlyList<QueryNode> Nodes) : QueryNode;

    /// <summary>Its texts are looked for in titles only.</summary>
    public sealed record InTitle(QueryNode Node) : QueryNode;

    /// <summary>Articles of a source, or of all whose names begin so.</summary>
    public sealed record Source(string Name, bool IsPrefix) : QueryNode;

    /// <summary>Articles in a channel or below.</summary>
    public sealed record Channel(ChannelPath Path) : QueryNode;

    /// <summary>Articles published on these days, both included, by the publisher's calendar; null is no bound.</summary>
    public sealed record Published(DateOnly? From, DateOnly? To) : QueryNode;
}

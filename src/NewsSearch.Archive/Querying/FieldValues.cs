namespace NewsSearch.Archive.Querying;

/// <summary>Makes a filter of what stands after source: or channel:, a name or several in brackets.</summary>
internal static class FieldValues
{
    /// <summary>The filter; null if the value is none.</summary>
    public static QueryNode? Read(string field, QueryNode value) => value switch
    {
        QueryNode.Words words => Read(field, words.Text, isPrefix: false),
        QueryNode.Literal literal => Read(field, literal.Text, isPrefix: false),
        QueryNode.Prefix prefix => Read(field, prefix.Text, isPrefix: true),
        QueryNode.Any any => ReadAny(field, any.Nodes),
        // An article has one source, so several can only be alternatives.
        QueryNode.All all => ReadAny(field, all.Nodes),
        _ => null,
    };

    private static QueryNode.Any? ReadAny(string field, IReadOnlyList<QueryNode> values)
    {
        var filters = values.Select(value => Read(field, value)).ToList();
        return filters.Contains(null) ? null : new QueryNode.Any([.. filters.OfType<QueryNode>()]);
    }

    private static QueryNode? Read(string field, string text, bool isPrefix)
    {
        var name = text.Trim();
        if (name.Length == 0) return null;
        if (field == "source") return new QueryNode.Source(name, isPrefix);
        var path = ChannelPath.Parse(name);
        return path.IsNone ? null : new QueryNode.Channel(path);
    }
}

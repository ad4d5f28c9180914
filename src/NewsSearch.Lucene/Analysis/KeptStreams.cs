namespace NewsSearch.Lucene.Analysis;

/// <summary>
/// Token streams that this thread has done with, one for each field of one analyzer: their working memory is large beside a short text. They keep no text.
/// </summary>
internal static class KeptStreams
{
    private const int MaxFields = 8;

    /// <summary>A stream that took a longer text is not kept, for its memory grows with it.</summary>
    private const int MaxTextLength = 1 << 16;

    [ThreadStatic]
    private static (Analyzer Analyzer, Dictionary<string, TokenStream> Streams)? s_kept;

    /// <summary>A stream for texts of a field, which belongs to the caller.</summary>
    public static TokenStream Take(Analyzer analyzer, string field) =>
        s_kept is { } kept && kept.Analyzer == analyzer && kept.Streams.Remove(field, out var stream) ? stream : analyzer.CreateStream(field);

    /// <summary>Takes a stream back.</summary>
    /// <param name="textLength">Characters of the longest text that it took.</param>
    public static void Keep(Analyzer analyzer, string field, TokenStream stream, int textLength)
    {
        if (textLength > MaxTextLength) return;
        stream.Reset(default);
        if (s_kept is not { } kept || kept.Analyzer != analyzer) s_kept = kept = (analyzer, []);
        if (kept.Streams.Count < MaxFields) kept.Streams[field] = stream;
    }
}

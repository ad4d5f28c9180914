using NewsSearch.Lucene.Codecs.Postings;

namespace NewsSearch.Lucene.Search.Scorers;

/// <summary>
/// Postings that searches of this thread are done with, for the next ones: a disjunction of a hundred terms opens as many in every segment, of about a
/// kilobyte each. They keep no file.
/// </summary>
internal static class KeptPostings
{
    private const int MaxKept = 128;

    [ThreadStatic]
    private static Stack<BlockPostingsEnum>? s_kept;

    /// <summary>Some to be opened again, if there are any.</summary>
    public static PostingsEnum? Take() => s_kept is { Count: > 0 } kept ? kept.Pop() : null;

    /// <summary>Keeps postings that nobody will use any more; those that are kept already stay so.</summary>
    public static void Keep(PostingsEnum postings)
    {
        s_kept ??= new Stack<BlockPostingsEnum>(MaxKept);
        if (s_kept.Count == MaxKept || postings is not BlockPostingsEnum { IsBound: true } blocks) return;
        blocks.Unbind();
        s_kept.Push(blocks);
    }
}

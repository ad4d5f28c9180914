using NewsSearch.Lucene.Search;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Archive.Suggesting;

/// <summary>
/// Completes what a reader has typed: words, keywords and sources by the number of their articles, then titles, the latest first. Each
/// finds at least one article that is not deleted.
/// </summary>
/// <param name="searcher">The snapshot.</param>
/// <param name="read">Makes a query of a reader's text, as a search does; null if it can't be one.</param>
internal sealed class Completion(IndexSearcher searcher, Func<string, Query?> read)
{
    /// <summary>The most that can be typed, in UTF-16 units.</summary>
    public const int MaxPrefixLength = 100;

    /// <summary>The most suggestions.</summary>
    public const int MaxSize = 20;

    /// <summary>One in so many suggestions is a title, where there are enough of both.</summary>
    private const int TitleShare = 3;

    /// <summary>The suggestions, the likeliest first; none for a text without letters or digits.</summary>
    public IReadOnlyList<NewsSuggestion> Complete(string prefix, int size, CancellationToken cancellationToken)
    {
        var typed = TypedPrefix.Read(prefix);
        if (typed.Forms.Count == 0) return [];
        var words = new WordCompletion(searcher, read, cancellationToken).Complete(typed, size);
        var keys = words.Where(word => word.Kind != SuggestionKind.Source).Select(word => SuggestionKey.Of(word.Text)).ToHashSet();
        var titles = new TitleCompletion(searcher, cancellationToken).Complete(typed, Math.Max(size - words.Count, size / TitleShare), keys);
        return [.. words.Take(size - titles.Count), .. titles];
    }

    /// <summary>Checks what the caller of a searcher gives.</summary>
    /// <exception cref="NewsQueryException">It names the parameter at fault and says what to change.</exception>
    public static void Check(string prefix, int size)
    {
        if (prefix.Length > MaxPrefixLength) throw new NewsQueryException("prefix", $"要补全的文字有 {prefix.Length} 个字，最多 {MaxPrefixLength} 个。");
        if (size is < 1 or > MaxSize) throw new NewsQueryException("size", $"size={size} 不可用，须为 1 到 {MaxSize} 的整数。");
    }
}

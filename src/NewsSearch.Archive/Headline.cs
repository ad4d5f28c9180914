using System.Buffers;

namespace NewsSearch.Archive;

/// <summary>What stands for an article in lists and over its page.</summary>
public static class Headline
{
    /// <summary>Characters of a beginning, ellipsis not counted.</summary>
    private const int MaxLength = 40;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。！？；\n!?;");

    /// <summary>The title; for an article without one the first sentence of its body, or the beginning of that.</summary>
    public static string Of(Article article)
    {
        if (article.Title.Length > 0) return article.Title;
        var body = article.Body.AsSpan();
        var end = body[..Math.Min(MaxLength, body.Length)].IndexOfAny(SentenceEnds);
        if (end > 0) return body[..(body[end] == '\n' ? end : end + 1)].ToString();
        if (body.Length <= MaxLength) return article.Body;
        var length = char.IsHighSurrogate(body[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return string.Concat(body[..length], "…");
    }
}

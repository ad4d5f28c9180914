using System.Text;
using System.Text.RegularExpressions;
using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Lucene.Tests.Search;

/// <summary>Which words are meant by a pattern or an approximate word, by other means than the engine's.</summary>
internal static class NaivePatterns
{
    private const string AnyCharacter = @"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\uD800-\uDFFF])";

    /// <summary>The wildcard pattern as a regular expression.</summary>
    public static Regex Wildcard(string pattern)
    {
        var regex = new StringBuilder(@"\A");
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && i + 1 < pattern.Length) regex.Append(Regex.Escape(pattern[++i].ToString()));
            else if (pattern[i] == '*') regex.Append(AnyCharacter).Append('*');
            else if (pattern[i] == '?') regex.Append(AnyCharacter);
            else regex.Append(Regex.Escape(pattern[i].ToString()));
        }

        return new Regex(regex.Append(@"\z").ToString(), RegexOptions.Singleline | RegexOptions.NonBacktracking);
    }

    /// <summary>The words that a fuzzy query means, with what it multiplies their scores by.</summary>
    public static (string Text, double Boost)[] Nearest(IEnumerable<string> words, FuzzyQuery query)
    {
        // A prefix of the whole word leaves nothing to edit, not even at the end.
        if (query.PrefixLength >= query.Term.Text.Length) return [(query.Term.Text, 1)];
        Rune[] wanted = [.. query.Term.Text.EnumerateRunes()];
        var prefixLength = Math.Min(query.PrefixLength, wanted.Length);
        var found =
            from word in words
            let runes = word.EnumerateRunes().ToArray()
            where runes.Length >= prefixLength && runes.Take(prefixLength).SequenceEqual(wanted.Take(prefixLength))
            let edits = Distance(runes[prefixLength..], wanted[prefixLength..])
            where edits <= query.MaxEdits && (edits < Math.Min(runes.Length, wanted.Length) || edits == 0)
            let boost = edits == 0 ? 1 : 1 - edits / (double)Math.Min(runes.Length, wanted.Length)
            orderby boost descending
            select (word, boost);
        return [.. found.OrderByDescending(pair => pair.boost).ThenBy(pair => pair.word, ByBytes).Take(query.MaxExpansions)];
    }

    /// <summary>The least number of insertions, deletions, replacements and exchanges of neighbours, no place edited twice.</summary>
    public static int Distance(Rune[] left, Rune[] right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                var least = i == 0 ? j : j == 0 ? i : int.MaxValue;
                if (i > 0 && j > 0)
                {
                    least = Math.Min(table[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1), Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                    if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) least = Math.Min(least, table[i - 2, j - 2] + 1);
                }

                table[i, j] = least;
            }
        }

        return table[left.Length, right.Length];
    }

    private static readonly IComparer<string> ByBytes = Comparer<string>.Create((left, right) =>
        Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right)));
}

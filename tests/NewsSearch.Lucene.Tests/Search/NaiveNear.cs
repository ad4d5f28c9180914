using NewsSearch.Lucene.Search.Queries;

namespace NewsSearch.Lucene.Tests.Search;

/// <summary>How often one phrase stands near another in a text, straight from what that means.</summary>
internal static class NaiveNear
{
    /// <summary>The occurrences of the first phrase that have one of the second near them without overlap.</summary>
    public static double Freq(string[] words, NearQuery near)
    {
        var firsts = Places(words, near.First, near.TermLength);
        var seconds = Places(words, near.Second, near.TermLength);
        return firsts.Count(first => seconds.Any(second => Gap(first, second) is { } gap && gap <= near.Distance));
    }

    // Positions between the two; null if they overlap.
    private static int? Gap((int Start, int End) one, (int Start, int End) other)
    {
        if (other.Start >= one.End) return other.Start - one.End;
        return one.Start >= other.End ? one.Start - other.End : null;
    }

    private static (int Start, int End)[] Places(string[] words, PhraseQuery phrase, int termLength)
    {
        var from = phrase.Positions[0];
        var length = phrase.Positions[^1] - from + termLength;
        return
        [
            .. Enumerable.Range(0, words.Length)
                .Where(start => phrase.Terms.Select((term, i) => words.ElementAtOrDefault(start + phrase.Positions[i] - from) == term).All(isThere => isThere))
                .Select(start => (start, start + length)),
        ];
    }
}
